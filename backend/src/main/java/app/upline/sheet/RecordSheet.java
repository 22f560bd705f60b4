package app.upline.sheet;

import app.upline.platform.workbook.Columns;
import app.upline.platform.workbook.Headings;
import app.upline.platform.workbook.Row;
import java.util.List;

/**
 * The sheet of one kind of record: how it looks, and how its rows are read.
 *
 * @param <E> what a row holds, before it is known what it is a row about
 */
public interface RecordSheet<E> {

  /** Under which uploads of such sheets are kept. */
  String subject();

  /** All columns of the template, the upload and the export. */
  Columns columns();

  /** What a row of somebody's sheet holds. */
  E entry(Row row);

  /**
   * The keys of the columns on which a fault is shown, the best first: the field's own, else that
   * of the field it depends on.
   *
   * @param pointer of the fault (RFC 6901)
   */
  List<String> columnsOf(String pointer);

  /** What is taken for granted because the sheet has no column for it. */
  List<ImportAttempt.Notice> defaults(Headings headings);
}

package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.workbook.Columns;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetRow;
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

  /** What a row of an uploaded sheet holds. */
  E entry(SheetRow row);

  /** What the cells of an entry hold, and what is wrong with them. */
  Draft<?> typed(E entry);

  /**
   * Whether nothing may be written while it is only guessed which column holds this: what is
   * required, what says which record a row is about, and what is hard to take back.
   */
  default boolean needsCertainty(String key) {
    return columns().identifying().contains(key)
        || columns().all().stream().anyMatch(c -> c.key().equals(key) && c.required());
  }

  /** What to do when no column holds something that is required. */
  default String remedy(String key) {
    return "add one, or map one to it";
  }

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

package app.upline.workbook;

import java.util.List;
import java.util.Set;

/** An opened file that has sheets: a workbook, or a CSV file as if it were one. */
sealed interface SheetFile extends AutoCloseable permits XlsxFile, CsvFile {

  /** The names of the sheets people see, in their order. */
  List<String> sheets();

  /** What can be said about the file without reading a row. */
  List<Notice> notices();

  /**
   * Says by which names columns are looked for, since a CSV file can be taken apart in several
   * ways.
   *
   * @param compactNames as {@link HeadingText#compact} has them
   */
  default void expect(Set<String> compactNames) {}

  /** How a sheet shows its cells. */
  default SheetLayout layout(String sheet) throws WorkbookRefusedException {
    return SheetLayout.PLAIN;
  }

  /** The rows of a sheet from the top. */
  RowCursor rows(String sheet) throws WorkbookRefusedException;

  @Override
  void close();
}

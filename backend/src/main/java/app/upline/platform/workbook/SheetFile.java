package app.upline.platform.workbook;

import java.util.List;

/** An opened file that has sheets: a workbook, or a CSV file as if it were one. */
sealed interface SheetFile extends AutoCloseable permits XlsxFile, CsvFile {

  /** The names of the sheets people see, in their order. */
  List<String> sheets();

  /** What can be said about the file without reading a row. */
  List<Notice> notices();

  /** The rows of a sheet from the top. */
  RowCursor rows(String sheet) throws WorkbookRefusedException;

  @Override
  void close();
}

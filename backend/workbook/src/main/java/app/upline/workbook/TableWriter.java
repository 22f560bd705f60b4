package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row as it is produced, holding only a few rows at a time. Whatever a value
 * begins with, it is never a formula in what is written.
 *
 * <p>{@link #close()} completes the file and flushes the stream it was given, which stays open: it
 * is the caller's.
 */
public abstract sealed class TableWriter implements AutoCloseable
    permits XlsxTableWriter, CsvTableWriter {

  private final Columns columns;

  TableWriter(Columns columns) {
    this.columns = columns;
  }

  /**
   * An XLSX workbook with one sheet: frozen heading row with a filter, text as text, dates as real
   * dates.
   */
  public static TableWriter xlsx(OutputStream out, String sheetName, Columns columns)
      throws IOException {
    return new XlsxTableWriter(out, sheetName, columns);
  }

  /**
   * The same, of which equal rows are equal bytes, whenever and wherever they are written.
   *
   * @param moment when the workbook says that it was made
   */
  public static TableWriter reproducibleXlsx(
      OutputStream out, String sheetName, Columns columns, Instant moment) throws IOException {
    return new XlsxTableWriter(out, sheetName, columns, moment);
  }

  /**
   * A CSV file as spreadsheets like it: UTF-8 with byte order mark, commas, CRLF; formula-like text
   * is quoted.
   */
  public static TableWriter csv(OutputStream out, Columns columns) throws IOException {
    return new CsvTableWriter(out, columns);
  }

  /**
   * Writes one row.
   *
   * @param values one per column: null, {@link String}, {@link java.time.LocalDate}, {@link
   *     java.math.BigDecimal}, {@link Integer}, {@link Long}, {@link Boolean} (Yes or No) or a list
   *     (joined by {@code "; "})
   */
  public final void row(List<? extends @Nullable Object> values) throws IOException {
    Values.checkCount(values, columns);
    write(values);
  }

  Columns columns() {
    return columns;
  }

  abstract void write(List<? extends @Nullable Object> values) throws IOException;

  @Override
  public abstract void close() throws IOException;
}

package app.upline.platform.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as XLSX. Texts are written into the cells and not into a shared table, which would have
 * to be held until the end; they are strings by type, so nothing they begin with makes them a
 * formula.
 */
final class XlsxTableWriter extends TableWriter {

  private static final String DATE_FORMAT = "yyyy-mm-dd";
  private static final String TEXT_FORMAT = "@";
  private static final int ROWS_HELD = 200;
  private static final int MAX_TEXT = 32_767;

  private final @Nullable FixedMoment fixed;
  private final OutputStream target;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;
  private boolean closed;

  XlsxTableWriter(OutputStream out, String sheetName, Columns columns) throws IOException {
    this(out, sheetName, columns, null);
  }

  /**
   * @param moment when it says that it was made; null for now
   */
  XlsxTableWriter(OutputStream out, String sheetName, Columns columns, @Nullable Instant moment)
      throws IOException {
    super(columns);
    fixed = moment == null ? null : FixedMoment.of(out, moment);
    // The application's name and version are the only properties of the file; there is no author.
    target = new OpenStream(fixed == null ? out : fixed);
    workbook = new Workbook(target, "Upline", "1.0");
    sheet = workbook.newWorksheet(sheetName);
    sheet.freezePane(0, 1);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.all().get(i);
      sheet.width(i, column.width());
      sheet.inlineString(0, i, CellText.encode(column.header()));
    }
    if (columns.size() > 0) {
      sheet
          .range(0, 0, 0, columns.size() - 1)
          .style()
          .bold()
          .fontColor(Palette.HEADING_TEXT)
          .fillColor(Palette.HEADING)
          .verticalAlignment("center")
          .wrapText(true)
          .set();
    }
  }

  @Override
  void write(List<? extends @Nullable Object> values) throws IOException {
    row++;
    if (row >= Address.MAX_ROWS) {
      throw new IOException("A sheet cannot hold more rows.");
    }
    for (int i = 0; i < values.size(); i++) {
      switch (Values.cellValue(values.get(i))) {
        case null -> {}
        case LocalDate date -> {
          sheet.value(row, i, date);
          sheet.style(row, i).format(DATE_FORMAT).set();
        }
        case BigDecimal number -> sheet.value(row, i, number);
        case Object text -> {
          sheet.inlineString(row, i, fitting(CellText.encode(text.toString())));
          // So that a number typed over it keeps its leading zeros.
          sheet.style(row, i).format(TEXT_FORMAT).set();
        }
      }
    }
    if (row % ROWS_HELD == 0) {
      sheet.flush();
    }
  }

  // More than this no spreadsheet will open; the reader sees that something was cut off.
  private static String fitting(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (columns().size() > 0) {
      sheet.setAutoFilter(0, 0, row, columns().size() - 1);
    }
    workbook.close();
    target.flush();
    if (fixed != null) {
      fixed.close();
    }
  }
}

package app.upline.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The sheet that explains: title, numbered steps, and what goes into every column. */
final class TemplateInstructions {

  static final String SHEET = "Instructions";

  private static final int[] WIDTHS = {5, 30, 13, 60, 60};
  private static final int LAST = WIDTHS.length - 1;
  private static final float LINE = 14.5f;

  private final SXSSFSheet sheet;
  private final TemplateStyles styles;
  private final TemplateSpec spec;
  private int next;

  TemplateInstructions(SXSSFWorkbook workbook, TemplateStyles styles, TemplateSpec spec) {
    this.sheet = workbook.createSheet(SHEET);
    this.styles = styles;
    this.spec = spec;
  }

  void write() {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
    sheet.setDisplayGridlines(false);
    sheet.setTabColor(TemplateStyles.color(Palette.HEADING_OPTIONAL));
    cell(row(34), 0, spec.title(), styles.title);
    steps();
    columns();
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.LETTER_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private void steps() {
    cell(row(28), 0, "What to do", styles.section);
    int number = 1;
    for (String instruction : spec.instructions()) {
      Row row = row(LINE * lines(instruction, WIDTHS[1] + WIDTHS[2] + WIDTHS[3] + WIDTHS[4]) + 4);
      cell(row, 0, number++ + ".", styles.stepNumber);
      cell(row, 1, instruction, styles.step);
      sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, LAST));
    }
  }

  private void columns() {
    cell(row(28), 0, "The columns", styles.section);
    Row heading = row(22);
    List<String> titles = List.of("", "Column", "Required?", "What to enter", "Allowed values");
    for (int i = 0; i < titles.size(); i++) {
      cell(heading, i, titles.get(i), styles.requiredHeading);
    }
    sheet.setRepeatingRows(new CellRangeAddress(heading.getRowNum(), heading.getRowNum(), 0, LAST));
    int number = 0;
    for (SheetColumn column : spec.columns().all()) {
      String allowed = allowed(column);
      int lines = Math.max(lines(column.header(), WIDTHS[1]), lines(column.help(), WIDTHS[3]));
      Row row = row(LINE * Math.max(lines, lines(allowed, WIDTHS[4])) + 5);
      cell(row, 0, CellAddress.letters(number++), styles.quiet);
      cell(row, 1, column.header(), styles.bodyBold);
      cell(
          row,
          2,
          column.required() ? "Required" : "Optional",
          column.required() ? styles.bodyBold : styles.quiet);
      cell(row, 3, column.help(), styles.body);
      cell(row, 4, allowed, styles.quiet);
    }
  }

  static String allowed(SheetColumn column) {
    if (!column.choices().isEmpty()) {
      String list = String.join("; ", column.choices());
      return column.multiple() ? "One or more, separated by semicolons: " + list : list;
    }
    return switch (column.kind()) {
      case DATE -> "A date, such as 2026-01-31";
      case NUMBER -> "A number";
      case TEXT -> "Text";
    };
  }

  private Row row(float height) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(height);
    return row;
  }

  private static void cell(Row row, int column, String text, CellStyle style) {
    org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  // Heights are estimated: merged cells are never sized by the spreadsheet, and others only once
  // they are edited.
  private static int lines(String text, int width) {
    return Math.max(1, (int) Math.ceil((double) text.length() / width));
  }
}

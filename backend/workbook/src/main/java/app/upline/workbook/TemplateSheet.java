package app.upline.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** The sheet people fill in. */
final class TemplateSheet {

  private static final float HEADING_HEIGHT = 36;
  private static final int COMMENT_COLUMNS = 3;

  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final TemplateStyles styles;
  private final Columns columns;

  TemplateSheet(SXSSFWorkbook workbook, TemplateStyles styles, TemplateSpec spec) {
    this.workbook = workbook;
    this.sheet = workbook.createSheet(spec.sheetName());
    this.styles = styles;
    this.columns = spec.columns();
  }

  void write(Iterable<? extends List<? extends @Nullable Object>> rows) {
    sheet.createFreezePane(0, 1);
    sheet.setTabColor(TemplateStyles.color(Palette.HEADING));
    headings();
    new TemplateChoices(workbook, sheet).offer(columns);
    int next = 1;
    for (List<? extends @Nullable Object> values : rows) {
      Values.checkCount(values, columns);
      SXSSFRow row = sheet.createRow(next++);
      for (int i = 0; i < values.size(); i++) {
        write(row, i, Values.cellValue(values.get(i)));
      }
    }
    if (columns.size() > 0) {
      sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
    }
    print();
  }

  private void headings() {
    SXSSFRow row = sheet.createRow(0);
    row.setHeightInPoints(HEADING_HEIGHT);
    SXSSFDrawing drawing = sheet.createDrawingPatriarch();
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.all().get(i);
      sheet.setColumnWidth(i, column.width() * 256);
      // Blank cells take the column's style, so that what is typed there keeps its leading zeros.
      sheet.setDefaultColumnStyle(i, styles.of(column.kind()));
      SXSSFCell cell = row.createCell(i);
      cell.setCellValue(column.required() ? column.header() + " *" : column.header());
      cell.setCellStyle(column.required() ? styles.requiredHeading : styles.optionalHeading);
      comment(drawing, i, column);
    }
  }

  private void comment(SXSSFDrawing drawing, int index, SheetColumn column) {
    String text =
        (column.required() ? "Required. " : "Optional. ")
            + column.help()
            + "\n"
            + TemplateInstructions.allowed(column);
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setCol1(index + 1);
    anchor.setCol2(index + 1 + COMMENT_COLUMNS);
    anchor.setRow1(1);
    anchor.setRow2(1 + Math.min(24, 2 + text.length() / 35));
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(new XSSFRichTextString(text));
    comment.setAuthor("");
    // Not left to the cell: a streamed cell takes the comment but leaves it where the box is.
    comment.setAddress(0, index);
  }

  private void write(SXSSFRow row, int index, @Nullable Object value) {
    CellStyle style = styles.of(columns.all().get(index).kind());
    switch (value) {
      case null -> row.createCell(index).setCellStyle(style);
      case LocalDate date -> {
        SXSSFCell cell = row.createCell(index);
        cell.setCellValue(date);
        cell.setCellStyle(styles.date);
      }
      case BigDecimal number -> {
        SXSSFCell cell = row.createCell(index);
        cell.setCellValue(number.doubleValue());
        cell.setCellStyle(styles.number);
      }
      case Object text -> {
        SXSSFCell cell = row.createCell(index);
        cell.setCellValue(CellText.encode(text.toString()));
        // Who edits it must not make a formula of it.
        boolean formulaLike = !FormulaSafe.guard(text.toString()).equals(text.toString());
        cell.setCellStyle(formulaLike ? styles.quoted : styles.text);
      }
    }
  }

  private void print() {
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.LETTER_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    sheet.getFooter().setRight("&P / &N");
    sheet.getFooter().setLeft("&A");
  }
}

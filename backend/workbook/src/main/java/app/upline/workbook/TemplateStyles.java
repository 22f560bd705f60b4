package app.upline.workbook;

import java.util.HexFormat;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The looks of a template. */
final class TemplateStyles {

  private static final String FONT = "Calibri";

  final XSSFCellStyle requiredHeading;
  final XSSFCellStyle optionalHeading;
  final XSSFCellStyle text;
  final XSSFCellStyle quoted;
  final XSSFCellStyle date;
  final XSSFCellStyle number;
  final XSSFCellStyle title;
  final XSSFCellStyle section;
  final XSSFCellStyle step;
  final XSSFCellStyle stepNumber;
  final XSSFCellStyle body;
  final XSSFCellStyle bodyBold;
  final XSSFCellStyle quiet;

  private final SXSSFWorkbook workbook;

  TemplateStyles(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    requiredHeading = heading(Palette.HEADING);
    optionalHeading = heading(Palette.HEADING_OPTIONAL);
    text = data("@");
    text.setWrapText(true);
    quoted = data("@");
    quoted.setWrapText(true);
    quoted.setQuotePrefixed(true);
    date = data("yyyy-mm-dd");
    date.setAlignment(HorizontalAlignment.LEFT);
    number = data("General");
    title = plain(20, true, Palette.HEADING);
    title.setVerticalAlignment(VerticalAlignment.CENTER);
    section = plain(13, true, Palette.HEADING);
    section.setVerticalAlignment(VerticalAlignment.BOTTOM);
    step = plain(11, false, "000000");
    step.setWrapText(true);
    stepNumber = plain(11, true, Palette.HEADING);
    stepNumber.setAlignment(HorizontalAlignment.RIGHT);
    stepNumber.setIndention((short) 1);
    body = ruled(false, "000000");
    bodyBold = ruled(true, "000000");
    quiet = ruled(false, Palette.QUIET_TEXT);
  }

  XSSFCellStyle of(SheetColumn.Kind kind) {
    return switch (kind) {
      case TEXT -> text;
      case DATE -> date;
      case NUMBER -> number;
    };
  }

  private XSSFCellStyle heading(String fill) {
    XSSFCellStyle style = plain(11, true, Palette.HEADING_TEXT);
    style.setFillForegroundColor(color(fill));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setBorderRight(BorderStyle.THIN);
    style.setRightBorderColor(color(Palette.HEADING_TEXT));
    return style;
  }

  private XSSFCellStyle data(String format) {
    XSSFCellStyle style = plain(11, false, "000000");
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(color(Palette.LINE));
    style.setBorderRight(BorderStyle.THIN);
    style.setRightBorderColor(color(Palette.LINE));
    return style;
  }

  private XSSFCellStyle ruled(boolean bold, String textColor) {
    XSSFCellStyle style = plain(10, bold, textColor);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(color(Palette.LINE));
    return style;
  }

  private XSSFCellStyle plain(int points, boolean bold, String textColor) {
    XSSFFont font = (XSSFFont) workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(color(textColor));
    XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  static XSSFColor color(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(rgb), null);
  }
}

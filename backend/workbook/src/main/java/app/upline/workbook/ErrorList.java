package app.upline.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The sheet that lists every mark, each with a link to its cell. */
final class ErrorList {

  static final String SHEET = "Upload errors";

  private static final List<String> HEADINGS = List.of("Sheet", "Cell", "What is wrong");

  /** A spreadsheet takes some 65,000 links on a sheet and people click far fewer. */
  private static final int MAX_LINKS = 10_000;

  private final List<CellMark> marks;
  private final List<SheetNotice> remarks;
  private final StyleMarks styles;
  private final boolean strict;

  ErrorList(List<CellMark> marks, List<SheetNotice> remarks, StyleMarks styles, boolean strict) {
    this.marks = marks;
    this.remarks = remarks;
    this.styles = styles;
    this.strict = strict;
  }

  void write(Writer out) throws IOException {
    XmlCopy.declaration(out);
    out.write(
        "<worksheet xmlns=\"%s\">"
            .formatted(
                strict
                    ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"));
    out.write(
        "<sheetPr><tabColor rgb=\"FF"
            + Palette.FAULT_TEXT
            + "\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    out.write("<sheetViews><sheetView workbookViewId=\"0\">");
    out.write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    out.write(
        "</sheetView></sheetViews><cols><col min=\"1\" max=\"1\" width=\"26\" customWidth=\"1\"/>");
    out.write("<col min=\"2\" max=\"2\" width=\"10\" customWidth=\"1\"/>");
    out.write("<col min=\"3\" max=\"3\" width=\"90\" customWidth=\"1\"/></cols><sheetData>");
    row(out, 1, HEADINGS, styles.heading());
    int row = 1;
    for (CellMark mark : marks) {
      row(out, ++row, List.of(mark.sheet(), mark.address(), mark.message()), styles.wrapped());
    }
    for (SheetNotice remark : remarks) {
      row(out, ++row, List.of("", remark.place(), remark.text()), styles.wrapped());
    }
    out.write("</sheetData><autoFilter ref=\"A1:C" + row + "\"/>");
    links(out);
    out.write(
        "<pageSetup orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>");
    out.flush();
  }

  private static void row(Writer out, int number, List<String> texts, int style)
      throws IOException {
    out.write("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.size(); i++) {
      out.write(
          "<c r=\"%s%d\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
              .formatted(
                  CellAddress.letters(i),
                  number,
                  style,
                  XmlCopy.escape(CellText.encode(texts.get(i)))));
    }
    out.write("</row>");
  }

  private void links(Writer out) throws IOException {
    if (marks.isEmpty()) {
      return;
    }
    out.write("<hyperlinks>");
    for (int i = 0; i < Math.min(MAX_LINKS, marks.size()); i++) {
      CellMark mark = marks.get(i);
      String location = "'%s'!%s".formatted(mark.sheet().replace("'", "''"), mark.address());
      out.write(
          "<hyperlink ref=\"B%d\" location=\"%s\"/>".formatted(i + 2, XmlCopy.escape(location)));
    }
    out.write("</hyperlinks>");
  }
}

package app.upline.workbook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook of one table consists of besides its rows: a frozen heading row with a filter,
 * repeated on each page of a print as wide as the table.
 */
record TableParts(String sheetName, Columns columns, @Nullable Instant moment) {

  static final int NUMBER_STYLE = 0;
  static final int HEADING_STYLE = 1;

  /** So that a number typed over it keeps its leading zeros. */
  static final int TEXT_STYLE = 2;

  static final int DATE_STYLE = 3;

  /** As if an apostrophe had been typed before it: it stays a text when it is edited. */
  static final int QUOTED_STYLE = 4;

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  static final String TYPES =
      DECLARATION
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
          <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
          <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
          </Types>""";

  static final String RELATIONS =
      DECLARATION
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="%1$s/officeDocument" Target="xl/workbook.xml"/>\
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
          <Relationship Id="rId3" Type="%1$s/extended-properties" Target="docProps/app.xml"/>\
          </Relationships>"""
              .formatted(RELATION);

  static final String WORKBOOK_RELATIONS =
      DECLARATION
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Type="%1$s/styles" Target="styles.xml"/>\
          </Relationships>"""
              .formatted(RELATION);

  /** The application's name and version are all that the file says of itself; no author. */
  static final String APPLICATION =
      DECLARATION
          + """
          <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
          <Application>Upline</Application><AppVersion>1.0</AppVersion></Properties>""";

  static final String STYLES =
      DECLARATION
          + """
          <styleSheet xmlns="%s">\
          <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
          <font><b/><sz val="11"/><color rgb="FF%s"/><name val="Calibri"/><family val="2"/></font></fonts>\
          <fills count="3"><fill><patternFill patternType="none"/></fill>\
          <fill><patternFill patternType="gray125"/></fill>\
          <fill><patternFill patternType="solid"><fgColor rgb="FF%s"/><bgColor indexed="64"/></patternFill></fill></fills>\
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
          <cellXfs count="5">\
          <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
          <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">\
          <alignment vertical="center" wrapText="1"/></xf>\
          <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
          <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
          <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>\
          </cellXfs>\
          <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
          </styleSheet>"""
              .formatted(MAIN, Palette.HEADING_TEXT, Palette.HEADING);

  String core() {
    String created =
        moment == null
            ? ""
            : "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                .formatted(moment.truncatedTo(ChronoUnit.SECONDS));
    return DECLARATION
        + """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
        %s</cp:coreProperties>"""
            .formatted(created);
  }

  String beforeRows() {
    StringBuilder widths = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      widths.append(
          "<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>"
              .formatted(i + 1, columns.all().get(i).width()));
    }
    return DECLARATION
        + """
        <worksheet xmlns="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
        <sheetViews><sheetView tabSelected="1" workbookViewId="0">\
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight="15"/>%s<sheetData>"""
            .formatted(MAIN, widths.isEmpty() ? "" : "<cols>" + widths + "</cols>");
  }

  String afterRows(int rows) {
    String filter =
        columns.size() == 0
            ? ""
            : "<autoFilter ref=\"A1:%s\"/>".formatted(new CellAddress(columns.size() - 1, rows));
    return """
    </sheetData>%s<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\
    <pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>"""
        .formatted(filter);
  }

  String workbook(int rows) {
    String sheet = escaped("'" + sheetName.replace("'", "''") + "'!");
    String filter =
        columns.size() == 0
            ? ""
            : "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">%s$A$1:$%s$%d</definedName>"
                .formatted(sheet, CellAddress.letters(columns.size() - 1), rows);
    return DECLARATION
        + """
        <workbook xmlns="%s" xmlns:r="%s"><bookViews><workbookView/></bookViews>\
        <sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets>\
        <definedNames>%s<definedName name="_xlnm.Print_Titles" localSheetId="0">%s$1:$1</definedName></definedNames></workbook>"""
            .formatted(MAIN, RELATION, escaped(sheetName), filter, sheet);
  }

  /** As the content of an element or, between quotation marks, of an attribute. */
  static String escaped(String text) {
    StringBuilder written = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> written.append("&amp;");
        case '<' -> written.append("&lt;");
        case '>' -> written.append("&gt;");
        case '"' -> written.append("&quot;");
        // A parser would make a line feed of it.
        case '\r' -> written.append("&#13;");
        // No characters of XML, escaped or not.
        case '\uFFFE', '\uFFFF' -> {}
        default -> written.append(c);
      }
    }
    return written.toString();
  }
}

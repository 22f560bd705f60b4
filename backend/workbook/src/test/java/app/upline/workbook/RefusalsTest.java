package app.upline.workbook;

import static app.upline.workbook.Fixtures.headingRow;
import static app.upline.workbook.Fixtures.parts;
import static app.upline.workbook.Fixtures.rows;
import static app.upline.workbook.Fixtures.sheet;
import static app.upline.workbook.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.workbook.WorkbookRefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {

  private static final String ROW =
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Keystone</t></is></c></row>";

  /** Damaged copies of one good workbook. */
  private static final int COPIES = 10_000;

  @TempDir Path folder;

  @Test
  void theFixtureItselfIsRead() throws Exception {
    assertThat(rows(Fixtures.file(folder, zip(good())))).hasSize(1);
  }

  @Test
  void aWorkbookWithAPasswordIsRefusedAsEncrypted() throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(container)) {
        encrypted.write(zip(good()));
      }
      container.writeFilesystem(out);
      assertRefused(out.toByteArray(), Reason.ENCRYPTED);
    }
  }

  @Test
  void anOldStyleWorkbookIsRefusedWithAdvice() throws Exception {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("Data");
      workbook.write(out);
      assertThatThrownBy(() -> rows(Fixtures.file(folder, out.toByteArray())))
          .hasMessageContaining("old-style workbook (.xls)")
          .hasMessageContaining("save it as .xlsx")
          .extracting("reason")
          .isEqualTo(Reason.NOT_A_WORKBOOK);
    }
  }

  @Test
  void macrosAreRefusedByContentTypeAndByPart() {
    Map<String, String> byType = good();
    byType.compute(
        "[Content_Types].xml",
        (name, types) ->
            types.replace(
                "</Types>",
                "<Override PartName=\"/xl/code.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"));
    assertRefused(zip(byType), Reason.MACRO_ENABLED);

    Map<String, String> byPart = good();
    byPart.put("xl/vbaProject.bin", "macro");
    assertRefused(zip(byPart), Reason.MACRO_ENABLED);
  }

  @Test
  void aWorkbookThatCouldHoldMacrosAndHoldsNoneIsRead() throws Exception {
    for (String kind : new String[] {"sheet", "template"}) {
      Map<String, String> parts = good();
      parts.compute(
          "[Content_Types].xml",
          (name, types) ->
              types.replace(
                  "openxmlformats-officedocument.spreadsheetml.sheet.main",
                  "ms-excel." + kind + ".macroEnabled.main"));
      assertThat(rows(Fixtures.file(folder, zip(parts)))).hasSize(1);
    }
  }

  @Test
  void partsThatAreNamedAsWindowsNamesFilesAreRead() throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    good().forEach((name, content) -> parts.put(name.replace('/', '\\'), content));
    assertThat(rows(Fixtures.file(folder, zip(parts)))).hasSize(1);
  }

  @Test
  void linksToOtherWorkbooksAreRefusedByContentTypeAndByPart() {
    Map<String, String> byType = good();
    byType.compute(
        "[Content_Types].xml",
        (name, types) ->
            types.replace(
                "</Types>",
                "<Override PartName=\"/xl/links/l1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml\"/></Types>"));
    assertRefused(zip(byType), Reason.LINKS_ELSEWHERE);

    Map<String, String> byPart = good();
    byPart.put("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    assertRefused(zip(byPart), Reason.LINKS_ELSEWHERE);
  }

  @Test
  void otherDocumentsInZipFilesAreNotWorkbooks() {
    Map<String, String> binary = good();
    binary.compute(
        "[Content_Types].xml",
        (name, types) ->
            types.replace(
                "openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "ms-excel.sheet.binary.macroEnabled.main"));
    assertRefused(zip(binary), Reason.NOT_A_WORKBOOK);
    assertRefused(zip(Map.of("content.xml", "<office/>")), Reason.NOT_A_WORKBOOK);
    assertRefused(
        zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")),
        Reason.NOT_A_WORKBOOK);
  }

  @Test
  void namesThatStrayOrCollideAreRefused() {
    for (String name :
        new String[] {
          "../evil.xml",
          "/etc/passwd",
          "..\\evil.xml",
          "xl\\workbook.xml",
          "c:evil",
          "XL/workbook.xml"
        }) {
      Map<String, String> parts = good();
      parts.put(name, "<x/>");
      assertRefused(zip(parts), Reason.NOT_A_WORKBOOK);
    }
  }

  @Test
  void aPartThatInflatesTooFarIsRefused() {
    Map<String, String> parts = good();
    parts.put("xl/media/nothing.bin", "0".repeat(3_000_000));
    assertRefused(zip(parts), Reason.ZIP_BOMB);
  }

  @Test
  void aSheetThatInflatesTooFarIsRefusedBeforeItIsParsed() {
    Map<String, String> parts = good();
    parts.put("xl/worksheets/sheet1.xml", sheet(headingRow() + ROW + " ".repeat(3_000_000)));
    assertRefused(zip(parts), Reason.ZIP_BOMB);
  }

  @Test
  void partsThatTogetherInflateTooFarAreRefused() {
    Map<String, String> parts = good();
    for (int i = 0; i < 10; i++) {
      parts.put("xl/media/some" + i + ".bin", "01".repeat(20_000));
    }
    WorkbookLimits limits = new WorkbookLimits(1 << 20, 10, 10, 100, 300_000, 200, 100, 10);
    assertRefused(Fixtures.file(folder, zip(parts)), limits, Reason.ZIP_BOMB);
  }

  @Test
  void tooManyPartsAreRefused() {
    Map<String, String> parts = good();
    for (int i = 0; i < 100; i++) {
      parts.put("xl/media/" + i + ".bin", "");
    }
    assertRefused(
        Fixtures.file(folder, zip(parts)),
        new WorkbookLimits(1 << 20, 10, 10, 100, 1 << 20, 200, 100, 10),
        Reason.ZIP_BOMB);
  }

  @Test
  void tooManySheetsTooLargeAFileTooLongACellAndTooManyRowsAreRefused() {
    Map<String, String> sheets = good();
    sheets.compute(
        "xl/workbook.xml",
        (name, xml) ->
            xml.replace("</sheets>", "<sheet name=\"B\" sheetId=\"2\" r:id=\"rId1\"/></sheets>"));
    assertRefused(
        Fixtures.file(folder, zip(sheets)), limits(1 << 20, 10, 100, 1), Reason.TOO_LARGE);
    assertRefused(Fixtures.file(folder, zip(good())), limits(100, 10, 100, 1), Reason.TOO_LARGE);
    Map<String, String> cell = good();
    cell.put(
        "xl/worksheets/sheet1.xml", sheet(headingRow() + ROW.replace("Keystone", "x".repeat(101))));
    assertRefused(Fixtures.file(folder, zip(cell)), limits(1 << 20, 10, 100, 1), Reason.TOO_LARGE);
    Map<String, String> rows = good();
    rows.put("xl/worksheets/sheet1.xml", sheet(headingRow() + ROW + ROW.replace('2', '3')));
    assertRefused(
        Fixtures.file(folder, zip(rows)), limits(1 << 20, 1, 100, 1), Reason.TOO_MANY_ROWS);
  }

  @Test
  void aCellBeyondTheLastColumnIsRefusedWhereItHoldsSomething() throws Exception {
    WorkbookLimits limits = new WorkbookLimits(1 << 20, 10, 2, 100, 1 << 20, 200, 100, 10);
    String blank = ROW.replace("</row>", "<c r=\"C2\"/></row>");
    Map<String, String> formatted = good();
    formatted.put("xl/worksheets/sheet1.xml", sheet(headingRow() + blank));
    assertThat(rows(Fixtures.file(folder, zip(formatted)), limits)).hasSize(1);

    Map<String, String> wide = good();
    wide.put(
        "xl/worksheets/sheet1.xml",
        sheet(headingRow() + blank.replace("<c r=\"C2\"/>", "<c r=\"C2\"><v>1</v></c>")));
    assertThatThrownBy(() -> rows(Fixtures.file(folder, zip(wide)), limits))
        .hasMessageContaining("Cell C2")
        .extracting("reason")
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aFileWithinTheFileIsRefusedWhateverItIsCalled() {
    for (String name : new String[] {"xl/embeddings/more.xlsx", "xl/media/image1.png"}) {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      good().forEach((part, xml) -> parts.put(part, xml.getBytes(StandardCharsets.UTF_8)));
      parts.put(name, zip(good()));
      assertRefused(Fixtures.zipBytes(parts), Reason.NOT_A_WORKBOOK);
    }
  }

  @Test
  void aDocumentTypeIsRefusedInAnyPartAndAnyEncoding() {
    String typed = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    Map<String, String> sheet = good();
    sheet.compute("xl/worksheets/sheet1.xml", (name, xml) -> typed + xml);
    assertRefused(zip(sheet), Reason.NOT_A_WORKBOOK);

    Map<String, String> unread = good();
    unread.put("docProps/custom.xml", typed + "<x/>");
    assertRefused(zip(unread), Reason.NOT_A_WORKBOOK);

    Map<String, byte[]> wide = new LinkedHashMap<>();
    good().forEach((name, xml) -> wide.put(name, xml.getBytes(StandardCharsets.UTF_8)));
    wide.put(
        "docProps/custom.xml", ("\uFEFF" + typed + "<x/>").getBytes(StandardCharsets.UTF_16LE));
    assertRefused(Fixtures.zipBytes(wide), Reason.NOT_A_WORKBOOK);
    wide.put("docProps/custom.xml", "\uFEFF<x/>".getBytes(StandardCharsets.UTF_16LE));
    assertThat(reasonOf(Fixtures.file(folder, Fixtures.zipBytes(wide)))).isNull();
  }

  @Test
  void nonsenseInWellFormedPartsIsRefusedAndNeverAnotherFailure() {
    String[] cells = {
      "<c r=\"A2\"><v>1E999999999</v></c>",
      "<c r=\"A2\"><v>12x</v></c>",
      "<c r=\"A2\" t=\"s\"><v>7</v></c>",
      "<c r=\"A2\" t=\"s\"><v>-1</v></c>",
      "<c r=\"A2\" t=\"odd\"><v>7</v></c>",
      "<c r=\"A2\" s=\"x\"><v>7</v></c>",
      "<c r=\"ZZZZ2\"><v>7</v></c>",
      "<c r=\"2\"><v>7</v></c>",
      "<c r=\"A2\"><v>7</v></c></row><row r=\"99999999\"><c><v>1</v></c>",
      "<c r=\"A2\"><v>7",
    };
    for (String cell : cells) {
      Map<String, String> parts = good();
      parts.put(
          "xl/worksheets/sheet1.xml", sheet(headingRow() + "<row r=\"2\">" + cell + "</row>"));
      assertThat(reasonOf(Fixtures.file(folder, zip(parts))))
          .as(cell)
          .isEqualTo(Reason.NOT_A_WORKBOOK);
    }
    for (String part : good().keySet()) {
      Map<String, String> parts = good();
      parts.remove(part);
      if (!part.equals("_rels/.rels")) {
        assertThat(reasonOf(Fixtures.file(folder, zip(parts)))).as(part).isNotNull();
      }
    }
  }

  @Test
  void aPartThatDoesNotMatchItsChecksumIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      // Uncompressed, so that a changed letter leaves everything readable.
      zip.setLevel(0);
      for (Map.Entry<String, String> part : good().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    String intact = out.toString(StandardCharsets.ISO_8859_1);
    assertThat(reasonOf(Fixtures.file(folder, intact.getBytes(StandardCharsets.ISO_8859_1))))
        .isNull();
    assertRefused(
        intact.replace("Keystone", "Keystore").getBytes(StandardCharsets.ISO_8859_1),
        Reason.NOT_A_WORKBOOK);
  }

  @Test
  void randomBytesAreRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[1 + random.nextInt(2000)];
      random.nextBytes(bytes);
      assertThat(reasonOf(Fixtures.file(folder, bytes))).isNotNull();
      byte[] zip = zip(good());
      System.arraycopy(zip, 0, bytes, 0, Math.min(4, bytes.length));
      assertThat(reasonOf(Fixtures.file(folder, bytes))).isNotNull();
    }
  }

  @Test
  void damagedCopiesAreReadOrRefusedAndNeverFailOtherwise() {
    byte[] workbook = zip(good());
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < COPIES; i++) {
      byte[] damaged = workbook.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      refused += reasonOf(Fixtures.file(folder, damaged)) == null ? 0 : 1;
    }
    // Most bits matter; those that do not are dates and attributes of the zip file.
    assertThat(refused).isGreaterThan(COPIES / 3);
  }

  private static Map<String, String> good() {
    return parts(sheet(headingRow() + ROW));
  }

  private static WorkbookLimits limits(int bytes, int rows, int cell, int sheets) {
    return new WorkbookLimits(bytes, rows, 10, cell, 1 << 20, 200, 100, sheets);
  }

  private void assertRefused(byte[] content, Reason reason) {
    assertRefused(Fixtures.file(folder, content), WorkbookLimits.defaults(), reason);
  }

  private static void assertRefused(Path file, WorkbookLimits limits, Reason reason) {
    assertThatThrownBy(() -> rows(file, limits))
        .isInstanceOfSatisfying(
            WorkbookRefusedException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.getMessage()).endsWith(".").doesNotContain("Exception");
            });
  }

  private static Reason reasonOf(Path file) {
    try {
      rows(file);
      return null;
    } catch (WorkbookRefusedException e) {
      return e.reason();
    }
  }
}

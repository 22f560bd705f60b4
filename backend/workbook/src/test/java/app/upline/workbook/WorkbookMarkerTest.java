package app.upline.workbook;

import static app.upline.workbook.Fixtures.headingRow;
import static app.upline.workbook.Fixtures.parts;
import static app.upline.workbook.Fixtures.poi;
import static app.upline.workbook.Fixtures.sheet;
import static app.upline.workbook.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookMarkerTest {

  @TempDir Path folder;

  @Test
  void faultyCellsAreRedAndCommentedAndKeepTheirValueAndFormat() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);

    try (XSSFWorkbook marked =
        mark(
            source,
            new CellMark("Form", "B3", "Too early."),
            new CellMark("Form", "A3", "Unknown & <odd>."))) {
      XSSFCell date = marked.getSheet("Form").getRow(2).getCell(1);
      assertRed(date);
      assertThat(date.getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2025, 2, 10));
      assertThat(date.getCellStyle().getDataFormatString()).isEqualTo("mm/dd/yyyy");
      assertThat(date.getCellStyle().getFont().getItalic()).isTrue();
      assertThat(date.getCellComment().getString().getString())
          .isEqualTo("Upload check:\nToo early.");
      XSSFCell name = marked.getSheet("Form").getRow(2).getCell(0);
      assertRed(name);
      assertThat(name.getStringCellValue()).isEqualTo("Keystone\nMedia");
      assertThat(name.getCellComment().getString().getString())
          .isEqualTo("Upload check:\nUnknown & <odd>.");
    }
  }

  @Test
  void everythingElseStaysAsItWas() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);

    try (XSSFWorkbook before = new XSSFWorkbook(Files.newInputStream(source));
        XSSFWorkbook after = mark(source, new CellMark("Form", "B3", "Wrong."))) {
      XSSFSheet sheet = after.getSheet("Form");
      assertThat(sheet.getRow(3).getCell(1).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.NO_FILL);
      assertThat(sheet.getRow(3).getCell(2).getCellFormula()).isEqualTo("1+1");
      assertThat(sheet.getMergedRegions()).isEqualTo(before.getSheet("Form").getMergedRegions());
      assertThat(sheet.getColumnWidth(0)).isEqualTo(before.getSheet("Form").getColumnWidth(0));
      assertThat(sheet.getDataValidations()).hasSize(1);
      assertThat(sheet.getDataValidations().getFirst().getPromptBoxText())
          .isEqualTo(before.getSheet("Form").getDataValidations().getFirst().getPromptBoxText());
      assertThat(after.getSheet("Other").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("untouched");
      assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
    }
    Map<String, byte[]> before = Fixtures.unzip(Files.readAllBytes(source));
    Map<String, byte[]> after =
        Fixtures.unzip(markedBytes(source, new CellMark("Form", "B3", "Wrong.")));
    assertThat(after.get("xl/worksheets/sheet2.xml"))
        .isEqualTo(before.get("xl/worksheets/sheet2.xml"));
    assertThat(after.get("xl/sharedStrings.xml")).isEqualTo(before.get("xl/sharedStrings.xml"));
  }

  @Test
  void cellsAndRowsThatDoNotExistAreCreatedInTheirPlace() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);

    try (XSSFWorkbook marked =
        mark(
            source,
            new CellMark("Form", "A2", "Missing row."),
            new CellMark("Form", "Z3", "Right of all."),
            new CellMark("Form", "A4", "Left of all."),
            new CellMark("Form", "D90", "Below all."),
            new CellMark("Other", "B1", "Beside."))) {
      for (String address : new String[] {"A2", "Z3", "A4", "D90"}) {
        XSSFCell cell = cell(marked.getSheet("Form"), address);
        assertRed(cell);
        assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
        assertThat(cell.getCellComment()).as(address).isNotNull();
      }
      // The column's own format is kept for a cell that was not there.
      assertThat(cell(marked.getSheet("Form"), "D90").getCellStyle().getDataFormatString())
          .isEqualTo("@");
      assertRed(cell(marked.getSheet("Other"), "B1"));
    }
    String xml =
        new String(
            Fixtures.unzip(
                    markedBytes(
                        source, new CellMark("Form", "A4", "x"), new CellMark("Form", "A2", "y")))
                .get("xl/worksheets/sheet1.xml"),
            StandardCharsets.UTF_8);
    assertThat(xml.indexOf("r=\"A2\"")).isBetween(xml.indexOf("r=\"A1\""), xml.indexOf("r=\"A3\""));
    assertThat(xml.indexOf("r=\"A4\"")).isBetween(xml.indexOf("r=\"B3\""), xml.indexOf("r=\"B4\""));
  }

  @Test
  void severalMessagesOnACellAreShownTogether() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);

    try (XSSFWorkbook marked =
        mark(source, new CellMark("Form", "B3", "One."), new CellMark("Form", "B3", "Two."))) {
      assertThat(cell(marked.getSheet("Form"), "B3").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nOne.\nTwo.");
    }
  }

  @Test
  void aListOfAllErrorsIsAppended() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);

    try (XSSFWorkbook marked =
        mark(
            source,
            new CellMark("Other", "A1", "Third."),
            new CellMark("Form", "C10", "Second."),
            new CellMark("Form", "D9", "First."))) {
      XSSFSheet list = marked.getSheetAt(marked.getNumberOfSheets() - 1);
      assertThat(list.getSheetName()).isEqualTo("Upload errors");
      List<String> lines = new ArrayList<>();
      list.forEach(row -> lines.add(row.getCell(0) + "|" + row.getCell(1) + "|" + row.getCell(2)));
      assertThat(lines)
          .containsExactly(
              "Sheet|Cell|What is wrong", "Form|D9|First.", "Form|C10|Second.", "Other|A1|Third.");
      assertThat(list.getHyperlink(1, 1).getLocation()).isEqualTo("'Form'!D9");
      assertThat(list.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
    }
  }

  @Test
  void commentsThatWereThereStayAndAreAddedTo() throws Exception {
    Path source =
        poi(
            folder,
            workbook -> {
              form(workbook);
              comment(workbook.getSheet("Form"), 2, 1, "Ask Ann about this.");
              comment(workbook.getSheet("Form"), 3, 1, "Leave me alone.");
            });

    byte[] bytes =
        markedBytes(
            source, new CellMark("Form", "B3", "Wrong."), new CellMark("Form", "A3", "New."));
    try (XSSFWorkbook marked = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = marked.getSheet("Form");
      assertThat(cell(sheet, "B3").getCellComment().getString().getString())
          .isEqualTo("Ask Ann about this.\nUpload check:\nWrong.");
      assertThat(cell(sheet, "B3").getCellComment().getAuthor()).isEqualTo("Ann");
      assertThat(cell(sheet, "B4").getCellComment().getString().getString())
          .isEqualTo("Leave me alone.");
      assertThat(cell(sheet, "A3").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nNew.");
      assertThat(cell(sheet, "A3").getCellComment().getAuthor()).isEqualTo("Upload check");
      assertThat(sheet.getCellComments()).hasSize(3);
    }
    String drawing =
        new String(
            Fixtures.unzip(bytes).get("xl/drawings/vmlDrawing0.vml"), StandardCharsets.UTF_8);
    assertThat(drawing.split("ObjectType=\"Note\"", -1)).hasSize(4);
  }

  @Test
  void aWorkbookWithoutStylesOrCellReferencesIsMarkedToo() throws Exception {
    String rows = headingRow() + "<row><c><v>1</v></c><c><v>2</v></c></row>";
    Path source = Fixtures.file(folder, zip(parts(sheet(rows))));

    try (XSSFWorkbook marked =
        mark(
            source, new CellMark("Data", "B2", "Wrong."), new CellMark("Data", "A3", "Missing."))) {
      assertRed(cell(marked.getSheet("Data"), "B2"));
      assertThat(cell(marked.getSheet("Data"), "B2").getNumericCellValue()).isEqualTo(2);
      assertRed(cell(marked.getSheet("Data"), "A3"));
    }
  }

  @Test
  void lineEndsInTextsAndAttributesSurvive() throws Exception {
    String rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>one&#13;&#10;two &amp; &lt;three&gt;</t></is></c></row>"
            + "</sheetData><dataValidations count=\"1\"><dataValidation prompt=\"a&#10;b&quot;c\" sqref=\"A1\"/></dataValidations><sheetData>";
    String xml = sheet(rows).replace("<sheetData></sheetData>", "");
    Path source = Fixtures.file(folder, zip(parts(xml)));

    byte[] marked = markedBytes(source, new CellMark("Data", "A1", "x"));

    String after =
        new String(Fixtures.unzip(marked).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
    assertThat(after)
        .contains("one&#13;&#10;two &amp; &lt;three&gt;")
        .contains("prompt=\"a&#10;b&quot;c\"");
  }

  @Test
  void elementsWithPrefixesKeepThem() throws Exception {
    String prefixed =
        sheet(headingRow() + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
            .replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("xmlns=", "xmlns:x=");
    Path source = Fixtures.file(folder, zip(parts(prefixed)));

    try (XSSFWorkbook marked =
        mark(
            source, new CellMark("Data", "A2", "Wrong."), new CellMark("Data", "B7", "Missing."))) {
      assertRed(cell(marked.getSheet("Data"), "A2"));
      assertRed(cell(marked.getSheet("Data"), "B7"));
      assertThat(cell(marked.getSheet("Data"), "B7").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nMissing.");
    }
  }

  @Test
  void aMarkedWorkbookCanBeReadAndMarkedAgain() throws Exception {
    Path source = poi(folder, WorkbookMarkerTest::form);
    Path once =
        Fixtures.file(folder, markedBytes(source, new CellMark("Form", "B3", "First time.")));

    try (XSSFWorkbook twice = mark(once, new CellMark("Form", "A3", "Second time."))) {
      assertThat(twice.getNumberOfSheets()).isEqualTo(3);
      assertThat(twice.getSheet("Upload errors").getRow(1).getCell(2).getStringCellValue())
          .isEqualTo("Second time.");
      assertThat(twice.getSheet("Upload errors").getLastRowNum()).isEqualTo(1);
      assertThat(cell(twice.getSheet("Form"), "A3").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nSecond time.");
    }
  }

  @Test
  void marksOfASpreadsheetThatSavesNoAuthorsAreTakenAwayToo() throws Exception {
    Path source =
        poi(
            folder,
            workbook -> {
              form(workbook);
              comment(workbook.getSheet("Form"), 3, 1, "Ann's own.");
            });
    Map<String, byte[]> parts =
        Fixtures.unzip(
            markedBytes(
                source,
                new CellMark("Form", "A3", "Wrong."),
                new CellMark("Form", "B4", "Wrong too.")));
    parts.replaceAll(
        (name, content) ->
            name.startsWith("xl/comments")
                ? new String(content, StandardCharsets.UTF_8)
                    .replaceAll("<author>[^<]*</author>", "<author/>")
                    .getBytes(StandardCharsets.UTF_8)
                : content);
    Path saved = Fixtures.file(folder, Fixtures.zipBytes(parts));

    try (XSSFWorkbook twice = mark(saved, new CellMark("Form", "A4", "Now this."))) {
      XSSFSheet sheet = twice.getSheet("Form");
      assertThat(cell(sheet, "A3").getCellComment()).isNull();
      assertThat(cell(sheet, "B4").getCellComment().getString().getString())
          .isEqualTo("Ann's own.");
      assertThat(cell(sheet, "A4").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nNow this.");
    }
  }

  @Test
  void whatWasCorrectedSinceTheLastUploadIsNoLongerMarked() throws Exception {
    Path source =
        poi(
            folder,
            workbook -> {
              form(workbook);
              comment(workbook.getSheet("Form"), 3, 1, "Ann's own.");
            });
    Path once =
        Fixtures.file(
            folder,
            markedBytes(
                source,
                new CellMark("Form", "B3", "Wrong."),
                new CellMark("Form", "A3", "Wrong too."),
                new CellMark("Other", "A1", "Wrong elsewhere.")));

    byte[] bytes =
        markedBytes(
            once,
            new CellMark("Form", "A3", "Still wrong."),
            new CellMark("Form", "A4", "Now this."));

    try (XSSFWorkbook twice = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = twice.getSheet("Form");
      assertThat(cell(sheet, "B3").getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.NO_FILL);
      assertThat(cell(sheet, "B3").getCellStyle().getDataFormatString()).isEqualTo("mm/dd/yyyy");
      assertThat(cell(sheet, "B3").getCellComment()).isNull();
      assertRed(cell(sheet, "A3"));
      assertThat(cell(sheet, "A3").getCellComment().getString().getString())
          .isEqualTo("Upload check:\nStill wrong.");
      assertRed(cell(sheet, "A4"));
      assertThat(cell(sheet, "B4").getCellComment().getString().getString())
          .isEqualTo("Ann's own.");
      assertThat(cell(twice.getSheet("Other"), "A1").getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.NO_FILL);
      assertThat(cell(twice.getSheet("Other"), "A1").getCellComment()).isNull();
    }
    String drawing =
        new String(
            Fixtures.unzip(bytes).get("xl/drawings/vmlDrawing0.vml"), StandardCharsets.UTF_8);
    assertThat(drawing.split("ObjectType=\"Note\"", -1)).hasSize(4);
  }

  @Test
  void aCsvFileBecomesAWorkbookWithTheSameCellsAndMarks() throws Exception {
    Path source = Fixtures.file(folder, "Legal name,Seats\n'=1+1,007\n\nlast,");

    try (XSSFWorkbook marked =
        mark(
            source,
            new CellMark("CSV", "B2", "Too few."),
            new CellMark("CSV", "B4", "Missing."),
            new CellMark("CSV", "A3", "Blank."))) {
      XSSFSheet sheet = marked.getSheet("CSV");
      assertThat(cell(sheet, "A2").getStringCellValue()).isEqualTo("=1+1");
      assertThat(cell(sheet, "B2").getStringCellValue()).isEqualTo("007");
      assertThat(cell(sheet, "A4").getStringCellValue()).isEqualTo("last");
      for (String address : new String[] {"B2", "B4", "A3"}) {
        assertRed(cell(sheet, address));
        assertThat(cell(sheet, address).getCellComment()).as(address).isNotNull();
      }
      assertThat(marked.getSheet("Upload errors").getRow(2).getCell(1).getStringCellValue())
          .isEqualTo("A3");
    }
  }

  /** Marked red, and read as a text, it would be taken at its next upload. */
  @Test
  void whatACsvFileHasLostTheDigitsOfHasLostThemInTheMarkedWorkbookToo() throws Exception {
    Path source = Fixtures.file(folder, "Legal name,NPN\n\nA,4.00638E+12\nB,5E+15\nC,-1.5e-7\n");
    Path marked = Fixtures.file(folder, markedBytes(source, new CellMark("CSV", "B3", "Lost.")));

    assertThat(Fixtures.rows(marked))
        .extracting(row -> row.cell("number"))
        .hasSize(3)
        .allSatisfy(
            cell ->
                assertThat(cell)
                    .isInstanceOfSatisfying(
                        Cell.Number.class,
                        lost ->
                            assertThat(lost.shown().doubt()).isEqualTo(Shown.Doubt.SCIENTIFIC)));
  }

  @Test
  void aNumberThatNoCellCanHoldStaysTheTextThatItWas() throws Exception {
    Path source = Fixtures.file(folder, "Legal name,NPN\nA,9E+400\nB,9.9e-401\nC,0E+999\n");
    Path marked = Fixtures.file(folder, markedBytes(source, new CellMark("CSV", "B2", "Lost.")));

    assertThat(Fixtures.rows(marked))
        .extracting(row -> row.cell("number").text())
        .containsExactly("9E+400", "9.9e-401", "0E+999");
  }

  @Test
  void everyRelationshipHasItsPartAndEveryPartItsType() throws Exception {
    Map<String, byte[]> parts =
        Fixtures.unzip(
            markedBytes(
                poi(folder, WorkbookMarkerTest::form),
                new CellMark("Form", "B3", "x"),
                new CellMark("Other", "B3", "y")));
    Set<String> names = new HashSet<>(parts.keySet());
    String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);

    assertThat(names)
        .contains(
            "xl/comments1.xml",
            "xl/comments2.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/drawings/vmlDrawing2.vml");
    names.stream()
        .filter(
            name ->
                name.contains("comments") || name.contains("vml") || name.contains("uploadErrors"))
        .forEach(name -> assertThat(types).contains("PartName=\"/" + name + "\""));
  }

  @Test
  void correctedCellsSayWhatTheyWereCorrectedToAndAreRedOnlyWhereStillFaulty() throws Exception {
    byte[] bytes =
        corrected(
            poi(folder, WorkbookMarkerTest::form),
            List.of(new CellMark("Form", "B3", "Still wrong.")),
            new CellValue("Form", "B3", "13/45/2025"),
            new CellValue("Form", "C4", "=2 & \"more\""),
            new CellValue("Form", "E4", " new "),
            new CellValue("Form", "A3", ""),
            new CellValue("Form", "B9", "far below"));
    try (XSSFWorkbook corrected = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = corrected.getSheet("Form");
      assertThat(cell(sheet, "B3").getStringCellValue()).isEqualTo("13/45/2025");
      assertRed(cell(sheet, "B3"));
      assertThat(cell(sheet, "C4").getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell(sheet, "C4").getStringCellValue()).isEqualTo("=2 & \"more\"");
      assertThat(cell(sheet, "C4").getCellComment()).isNull();
      assertThat(cell(sheet, "E4").getStringCellValue()).isEqualTo(" new ");
      assertThat(cell(sheet, "A3").getCellType()).isEqualTo(CellType.BLANK);
      assertThat(cell(sheet, "B9").getStringCellValue()).isEqualTo("far below");
      assertThat(cell(sheet, "B4").getStringCellValue()).isEqualTo("fine");
    }
  }

  @Test
  void whoSharesTheFormulaOfACorrectedCellKeepsItsLastValueAndNothingIsOutOfOrder()
      throws Exception {
    Map<String, String> parts =
        Fixtures.parts(
            Fixtures.sheet(
                Fixtures.headingRow()
                    + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f t=\"shared\" ref=\"A2:A3\" si=\"0\">C2</f><v>one</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>two</v></c></row>"
                    + "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>C4</f><v>three</v></c></row>"));
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, xml) ->
            xml.replace(
                "</Types>",
                "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml\"/></Types>"));
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (name, xml) ->
            xml.replace(
                "</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain\" Target=\"calcChain.xml\"/></Relationships>"));
    parts.put(
        "xl/calcChain.xml",
        "<calcChain xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><c r=\"A2\" i=\"1\"/><c r=\"A3\"/></calcChain>");

    byte[] bytes =
        corrected(
            Fixtures.file(folder, Fixtures.zip(parts)),
            List.of(),
            new CellValue("Data", "A2", "mended"));

    Map<String, byte[]> out = Fixtures.unzip(bytes);
    assertThat(out).doesNotContainKey("xl/calcChain.xml");
    assertThat(new String(out.get("[Content_Types].xml"), StandardCharsets.UTF_8))
        .doesNotContain("calcChain");
    assertThat(new String(out.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8))
        .doesNotContain("calcChain")
        .contains("worksheets/sheet1.xml");
    assertThat(out.keySet()).noneMatch(name -> name.contains("uploadErrors"));
    try (XSSFWorkbook corrected = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = corrected.getSheet("Data");
      assertThat(cell(sheet, "A2").getStringCellValue()).isEqualTo("mended");
      assertThat(cell(sheet, "A3").getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell(sheet, "A3").getStringCellValue()).isEqualTo("two");
      assertThat(cell(sheet, "A4").getCellFormula()).isEqualTo("C4");
    }
  }

  @Test
  void aCorrectedCsvFileHasTheCorrectionsAndNoListOfErrorsWithoutAny() throws Exception {
    byte[] bytes =
        corrected(
            Fixtures.file(folder, "Legal name,Seats\nKeystone\n\nlast,9"),
            List.of(),
            new CellValue("CSV", "B2", "7"),
            new CellValue("CSV", "B4", ""));
    try (XSSFWorkbook corrected = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = corrected.getSheet("CSV");
      assertThat(cell(sheet, "A2").getStringCellValue()).isEqualTo("Keystone");
      assertThat(cell(sheet, "B2").getStringCellValue()).isEqualTo("7");
      assertThat(cell(sheet, "B4").getStringCellValue()).isEmpty();
      assertThat(corrected.getNumberOfSheets()).isOne();
    }
  }

  @Test
  void aWorkbookThatCouldHoldMacrosIsGivenBackAsOneThatCannot() throws Exception {
    Map<String, String> parts = Fixtures.parts(Fixtures.sheet(Fixtures.headingRow()));
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, types) ->
            types.replace(
                "openxmlformats-officedocument.spreadsheetml.sheet.main",
                "ms-excel.sheet.macroEnabled.main"));
    byte[] bytes =
        markedBytes(
            Fixtures.file(folder, Fixtures.zip(parts)), new CellMark("Data", "A2", "Missing."));
    assertThat(new String(Fixtures.unzip(bytes).get("[Content_Types].xml"), StandardCharsets.UTF_8))
        .contains("spreadsheetml.sheet.main+xml")
        .doesNotContainIgnoringCase("macroEnabled");
  }

  @Test
  void aSheetThatIsNotThereCannotBeMarked() {
    Path source = poi(folder, WorkbookMarkerTest::form);
    assertThatThrownBy(() -> mark(source, new CellMark("Nowhere", "A1", "x")))
        .hasMessageContaining("\"Nowhere\"");
    assertThatThrownBy(() -> new CellMark("Form", "A0", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private XSSFWorkbook mark(Path source, CellMark... marks)
      throws WorkbookRefusedException, IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(markedBytes(source, marks)));
  }

  private static byte[] markedBytes(Path source, CellMark... marks)
      throws WorkbookRefusedException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkbookMarker.mark(source, List.of(marks), out);
    return out.toByteArray();
  }

  private static byte[] corrected(Path source, List<CellMark> marks, CellValue... values)
      throws WorkbookRefusedException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkbookMarker.mark(
        source, marks, List.of(values), List.of(), List.of(), WorkbookLimits.defaults(), out);
    return out.toByteArray();
  }

  private static void assertRed(XSSFCell cell) {
    XSSFCellStyle style = cell.getCellStyle();
    assertThat(style.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
    assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FF" + Palette.FAULT);
  }

  private static XSSFCell cell(XSSFSheet sheet, String address) {
    CellAddress place = CellAddress.parse(address);
    return sheet.getRow(place.row() - 1).getCell(place.column());
  }

  private static void comment(XSSFSheet sheet, int row, int column, String text) {
    XSSFComment comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 3, 3, 5, 6));
    comment.setString(new XSSFRichTextString(text));
    comment.setAuthor("Ann");
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }

  private static void form(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("Form");
    sheet.createRow(0).createCell(0).setCellValue("Title");
    sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 0, 0, 3));
    sheet.setColumnWidth(0, 9000);
    XSSFCellStyle text = workbook.createCellStyle();
    text.setDataFormat(workbook.createDataFormat().getFormat("@"));
    sheet.setDefaultColumnStyle(3, text);
    XSSFCellStyle date = workbook.createCellStyle();
    date.setDataFormat(workbook.createDataFormat().getFormat("mm/dd/yyyy"));
    var italic = workbook.createFont();
    italic.setItalic(true);
    date.setFont(italic);
    XSSFRow row = sheet.createRow(2);
    row.createCell(0).setCellValue("Keystone\nMedia");
    row.createCell(1).setCellValue(LocalDate.of(2025, 2, 10));
    row.getCell(1).setCellStyle(date);
    XSSFRow next = sheet.createRow(3);
    next.createCell(1).setCellValue("fine");
    next.createCell(2).setCellFormula("1+1");
    var helper = sheet.getDataValidationHelper();
    var validation =
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"Yes", "No"}),
            new org.apache.poi.ss.util.CellRangeAddressList(2, 9, 2, 2));
    validation.createPromptBox("Choose", "line one\nline two");
    sheet.addValidationData(validation);
    workbook.createSheet("Other").createRow(0).createCell(0).setCellValue("untouched");
  }
}

package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWriterTest {

  private static final List<String> MANY =
      IntStream.range(0, 60).mapToObj(i -> "Choice, number " + i).toList();
  private static final Columns COLUMNS =
      new Columns(
          List.of(
              new SheetColumn(
                  "name",
                  "Name",
                  List.of(),
                  "The full name.",
                  SheetColumn.Kind.TEXT,
                  true,
                  List.of(),
                  false,
                  30),
              new SheetColumn(
                  "kind",
                  "Kind",
                  List.of(),
                  "h".repeat(300),
                  SheetColumn.Kind.TEXT,
                  false,
                  MANY,
                  false,
                  20),
              new SheetColumn(
                  "uses",
                  "Uses",
                  List.of(),
                  "What for.",
                  SheetColumn.Kind.TEXT,
                  false,
                  List.of("One", "Two"),
                  true,
                  20),
              new SheetColumn(
                  "start",
                  "Start",
                  List.of(),
                  "The first day.",
                  SheetColumn.Kind.DATE,
                  true,
                  List.of(),
                  false,
                  12)));
  private static final TemplateSpec SPEC =
      new TemplateSpec("People", "A list of people", List.of("Fill it in.", "Send it."), COLUMNS);

  @TempDir Path folder;

  @Test
  void whatWasFilledInComesBackWithEveryHeadingExact() throws Exception {
    byte[] template =
        write(
            List.of(
                Arrays.asList(
                    "007", MANY.get(59), List.of("One", "Two"), LocalDate.of(2026, 1, 2))));

    try (Workbook workbook =
        Workbook.open(Fixtures.file(folder, template), WorkbookLimits.defaults())) {
      Headings headings = workbook.findHeadings(COLUMNS);
      List<SheetRow> rows = new ArrayList<>();
      workbook.forEachRow(headings, rows::add);

      assertThat(headings.sheet()).isEqualTo("People");
      assertThat(headings.headings())
          .extracting(Heading::confidence)
          .containsOnly(Confidence.EXACT);
      assertThat(rows.getFirst().cells().values())
          .extracting(Cell::text)
          .containsExactly("007", MANY.get(59), "One; Two", "2026-01-02");
      assertThat(workbook.notices()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''"})
  void whatLooksLikeAFormulaStaysTextWhenItIsEdited(String text) throws Exception {
    List<List<@Nullable Object>> rows =
        List.of(Arrays.asList(text, MANY.get(0), List.of("One"), LocalDate.of(2026, 1, 2)));
    try (XSSFWorkbook workbook = open(write(rows))) {
      XSSFCell cell =
          StreamSupport.stream(workbook.getSheet("People").spliterator(), false)
              .map(row -> (XSSFCell) row.getCell(0))
              .filter(found -> found != null && found.getStringCellValue().equals(text))
              .findFirst()
              .orElseThrow();
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void itOpensOnTheSheetToFillInAndNamesNobody() throws Exception {
    try (XSSFWorkbook workbook = open(write(List.of()))) {
      assertThat(workbook.getSheetName(workbook.getActiveSheetIndex())).isEqualTo("People");
      assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Lists")))
          .isEqualTo(SheetVisibility.VERY_HIDDEN);
      assertThat(workbook.getProperties().getCoreProperties().getCreator()).isNullOrEmpty();
      assertThat(workbook.getSheet("Instructions").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("A list of people");
    }
  }

  @Test
  void headingsAreFrozenExplainedAndMarkedWhenRequired() throws Exception {
    try (XSSFWorkbook workbook = open(write(List.of()))) {
      XSSFSheet sheet = workbook.getSheet("People");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Name *");
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Kind");
      assertThat(sheet.getRow(0).getCell(0).getCellComment().getString().getString())
          .startsWith("Required. The full name.");
      assertThat(sheet.getRow(0).getCell(0).getCellComment().getAuthor()).isEmpty();
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }
  }

  @Test
  void choicesAreOfferedFromAListHoweverLongItIs() throws Exception {
    try (XSSFWorkbook workbook = open(write(List.of()))) {
      XSSFDataValidation kind = validation(workbook, "B2:B5001");
      assertThat(kind.getValidationConstraint().getValidationType()).isEqualTo(ValidationType.LIST);
      assertThat(kind.getShowErrorBox()).isTrue();
      assertThat(kind.getPromptBoxText()).hasSizeLessThanOrEqualTo(255);
      String range =
          workbook.getName(kind.getValidationConstraint().getFormula1()).getRefersToFormula();
      assertThat(range).isEqualTo("Lists!$B$2:$B$61");
      assertThat(workbook.getSheet("Lists").getRow(60).getCell(1).getStringCellValue())
          .isEqualTo("Choice, number 59");
    }
  }

  @Test
  void aListOfSeveralChoicesForbidsNothing() throws Exception {
    try (XSSFWorkbook workbook = open(write(List.of()))) {
      XSSFDataValidation uses = validation(workbook, "C2:C5001");
      assertThat(uses.getValidationConstraint().getValidationType()).isEqualTo(ValidationType.LIST);
      assertThat(uses.getShowErrorBox()).isFalse();
      assertThat(uses.getPromptBoxText()).contains("semicolons");
    }
  }

  @Test
  void blankRowsAreTextAndDatesAlready() throws Exception {
    try (XSSFWorkbook workbook = open(write(List.of()))) {
      XSSFSheet sheet = workbook.getSheet("People");
      assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
      assertThat(sheet.getColumnStyle(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
      assertThat(validation(workbook, "D2:D5001").getValidationConstraint().getValidationType())
          .isEqualTo(ValidationType.DATE);
    }
  }

  @Test
  void aLargeTemplateLeavesNoTemporaryFile() throws Exception {
    List<List<?>> rows =
        new ArrayList<>(Collections.nCopies(500, Arrays.asList("a", null, null, null)));
    long before = temporaryFiles();
    assertThat(write(rows)).isNotEmpty();
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static XSSFDataValidation validation(XSSFWorkbook workbook, String range) {
    return workbook.getSheet("People").getDataValidations().stream()
        .filter(
            validation ->
                validation.getRegions().getCellRangeAddress(0).formatAsString().equals(range))
        .findFirst()
        .orElseThrow();
  }

  private static long temporaryFiles() throws IOException {
    Path poi = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
    if (!Files.exists(poi)) {
      return 0;
    }
    try (var files = Files.list(poi)) {
      return files.count();
    }
  }

  private static XSSFWorkbook open(byte[] template) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(template));
  }

  private static byte[] write(List<? extends List<?>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TemplateWriter.write(out, SPEC, rows);
    return out.toByteArray();
  }
}

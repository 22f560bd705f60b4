package app.upline.workbook;

import static app.upline.workbook.Fixtures.COLUMNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

  private static final List<String> FORMULA_LIKE =
      List.of(
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "＝1",
          "＋1",
          "－1",
          "＠x",
          "=HYPERLINK(\"http://x\")");

  @TempDir Path folder;

  @Test
  void aTableComesBackFromAnotherReaderAsItWasWritten() throws Exception {
    byte[] written =
        xlsx(
            row(
                "Keystone & <Sons>",
                "0016082417",
                LocalDate.of(2025, 2, 10),
                null,
                12,
                List.of("a@b.example", "c@d.example")),
            row(
                true,
                "_x0041_",
                null,
                LocalDate.of(1999, 12, 31),
                new BigDecimal("0.5"),
                "two\nlines"));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
      XSSFSheet sheet = workbook.getSheet("Data");
      List<String> headings = new ArrayList<>();
      sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
      assertThat(headings)
          .containsExactly(
              "Legal name", "License number", "Start date", "End date", "Seats", "E-mail");
      XSSFCell number = sheet.getRow(1).getCell(1);
      assertThat(number.getCellType()).isEqualTo(CellType.STRING);
      assertThat(number.getStringCellValue()).isEqualTo("0016082417");
      assertThat(number.getCellStyle().getDataFormatString()).isEqualTo("@");
      XSSFCell date = sheet.getRow(1).getCell(2);
      assertThat(date.getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2025, 2, 10));
      assertThat(new DataFormatter().formatCellValue(date)).isEqualTo("2025-02-10");
      assertThat(sheet.getRow(1).getCell(3)).isNull();
      assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(12);
      assertThat(sheet.getRow(1).getCell(5).getStringCellValue())
          .isEqualTo("a@b.example; c@d.example");
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Keystone & <Sons>");
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("Yes");
      assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("_x0041_");
    }
  }

  @Test
  void theHeadingRowIsFrozenFilledAndFiltered() throws Exception {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(xlsx(row("a", "b", null, null, 1, "c"))))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F2");
      assertThat(sheet.getColumnWidth(0)).isEqualTo(20 * 256);
    }
  }

  @Test
  void anEmptyTableHasItsHeadings() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx()))) {
      assertThat(workbook.getSheetAt(0).getRow(0).getPhysicalNumberOfCells()).isEqualTo(6);
    }
    assertThat(csv())
        .isEqualTo("\uFEFFLegal name,License number,Start date,End date,Seats,E-mail\r\n");
  }

  @Test
  void textThatLooksLikeAFormulaIsTextInAWorkbookForEveryReader() throws Exception {
    List<List<?>> rows = new ArrayList<>();
    FORMULA_LIKE.forEach(text -> rows.add(row(text, "x", null, null, null, null)));
    byte[] written = xlsx(rows.toArray(List<?>[]::new));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written));
        ReadableWorkbook fast = new ReadableWorkbook(new ByteArrayInputStream(written));
        org.apache.poi.ss.usermodel.Workbook streamed =
            StreamingReader.builder().open(new ByteArrayInputStream(written))) {
      for (int i = 0; i < FORMULA_LIKE.size(); i++) {
        XSSFCell cell = workbook.getSheetAt(0).getRow(i + 1).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(FORMULA_LIKE.get(i));
      }
      assertThat(
              fast.getFirstSheet().read().stream()
                  .skip(1)
                  .map(found -> found.getCellText(0))
                  .toList())
          .containsExactlyElementsOf(FORMULA_LIKE);
      streamed
          .getSheetAt(0)
          .forEach(found -> assertThat(found.getCell(0).getCellType()).isEqualTo(CellType.STRING));
    }
    assertThat(readBack(written))
        .extracting(found -> found.cell("name").text())
        .containsExactlyElementsOf(FORMULA_LIKE);
  }

  /**
   * The format "text" keeps what a person types over a cell; that an apostrophe is meant before its
   * text keeps the text itself when a person edits it.
   */
  @Test
  void textThatLooksLikeAFormulaStaysTextWhenItIsEdited() throws Exception {
    List<String> edited = new ArrayList<>(FORMULA_LIKE);
    edited.addAll(List.of("'=1", "'00042"));
    for (String text : edited) {
      XSSFCell cell = firstCell(text);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(cell.getCellStyle().getQuotePrefixed()).as(text).isTrue();
    }
    for (String text : List.of("Keystone", "|calc", ";x", "a|b", "00042")) {
      assertThat(firstCell(text).getCellStyle().getQuotePrefixed()).as(text).isFalse();
    }
  }

  private static XSSFCell firstCell(String text) throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(xlsx(row(text, "1", null, null, 1, null))))) {
      return workbook.getSheetAt(0).getRow(1).getCell(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'=1", "''x", "'", "|calc", ";x", "a|b", "00042", "'00042", "4.0E+12", "=1", "_x000D_",
        " x ", "a\nb", "\"q\"", "]]>", "&amp;"
      })
  void everyTextComesBackFromEitherFormatAsItWas(String text) throws Exception {
    for (byte[] written :
        List.of(
            xlsx(row(text, "x", null, null, null, null)),
            csv(row(text, "x", null, null, null, null)).getBytes(StandardCharsets.UTF_8))) {
      assertThat(readBack(written))
          .extracting(found -> found.cell("name").text())
          .containsExactly(text);
    }
  }

  @Test
  void daysBeforeAndAfterTheLeapYearThatWasNoneAreTheDaysTheyAre() throws Exception {
    List<LocalDate> days =
        List.of(
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1900, 2, 28),
            LocalDate.of(1900, 3, 1),
            LocalDate.of(9999, 12, 31));
    List<List<?>> rows = new ArrayList<>();
    days.forEach(day -> rows.add(row("x", "x", day, null, null, null)));
    assertThat(readBack(xlsx(rows.toArray(List<?>[]::new))))
        .extracting(found -> found.cell("start"))
        .extracting(cell -> ((Cell.Day) cell).value())
        .containsExactlyElementsOf(days);
    assertThat(readBack(xlsx(row("x", "x", LocalDate.of(1899, 12, 31), null, null, null))))
        .extracting(found -> found.cell("start").text())
        .containsExactly("1899-12-31");
  }

  @Test
  void equalTablesAreEqualBytesWheneverTheyAreWritten() throws Exception {
    byte[] one = xlsx(row("a", "b", LocalDate.of(2026, 1, 2), null, 1, "c"));
    assertThat(xlsx(row("a", "b", LocalDate.of(2026, 1, 2), null, 1, "c"))).isEqualTo(one);
  }

  @Test
  void textThatLooksLikeAFormulaIsMadeInertInCsvAndComesBackAsItWas() throws Exception {
    List<List<?>> rows = new ArrayList<>();
    FORMULA_LIKE.forEach(
        text ->
            rows.add(
                row(text, "'quoted", null, LocalDate.of(2026, 1, 2), new BigDecimal("-3"), null)));
    String written = csv(rows.toArray(List<?>[]::new));

    assertThat(written.split("\r\n")).hasSize(1 + FORMULA_LIKE.size());
    assertThat(written.lines().skip(1).filter(line -> !line.isBlank() && !line.startsWith("=1\"")))
        .allMatch(line -> line.startsWith("'") || line.startsWith("\"'"));
    assertThat(written).contains(",2026-01-02,-3,");
    List<SheetRow> back = readBack(written.getBytes(StandardCharsets.UTF_8));
    assertThat(back)
        .extracting(found -> found.cell("name").text())
        .containsExactlyElementsOf(FORMULA_LIKE);
    assertThat(back).extracting(found -> found.cell("number").text()).containsOnly("'quoted");
  }

  @Test
  void manyRowsAreAllThereAndTheStreamStaysOpen() throws Exception {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes.write(b);
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    try (TableWriter writer = TableWriter.xlsx(out, "Data", COLUMNS)) {
      for (int i = 1; i <= 1500; i++) {
        writer.row(row("Name " + i, null, null, null, i, null));
      }
    }

    assertThat(closed[0]).isFalse();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1500);
      assertThat(workbook.getSheetAt(0).getRow(1500).getCell(0).getStringCellValue())
          .isEqualTo("Name 1500");
    }
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> xlsx(List.of("too", "few")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> csv(row(new Object(), null, null, null, null, null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<SheetRow> readBack(byte[] written) throws WorkbookRefusedException {
    return Fixtures.rows(Fixtures.file(folder, written));
  }

  private static List<?> row(Object... values) {
    return Arrays.asList(values);
  }

  private static byte[] xlsx(List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.xlsx(out, "Data", COLUMNS)) {
      for (List<?> row : rows) {
        writer.row(row);
      }
    }
    return out.toByteArray();
  }

  private static String csv(List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.csv(out, COLUMNS)) {
      for (List<?> row : rows) {
        writer.row(row);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}

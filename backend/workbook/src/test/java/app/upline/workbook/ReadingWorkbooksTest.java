package app.upline.workbook;

import static app.upline.workbook.Fixtures.COLUMNS;
import static app.upline.workbook.Fixtures.headingRow;
import static app.upline.workbook.Fixtures.parts;
import static app.upline.workbook.Fixtures.poi;
import static app.upline.workbook.Fixtures.rows;
import static app.upline.workbook.Fixtures.sheet;
import static app.upline.workbook.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingWorkbooksTest {

  @TempDir Path folder;

  @Test
  void aFormWithTitlesAboveItsHeadingsIsReadWhereverItsColumnsAre() throws Exception {
    Path file = poi(folder, ReadingWorkbooksTest::form);

    List<SheetRow> rows = rows(file);

    assertThat(rows).extracting(SheetRow::number).containsExactly(6, 9);
    SheetRow first = rows.getFirst();
    assertThat(first.sheet()).isEqualTo("Form");
    assertThat(first.cell("number")).isEqualTo(new Cell.Number("A6", new BigDecimal("16082417")));
    assertThat(first.cell("name")).isEqualTo(new Cell.Text("C6", "  Keystone  Media "));
    assertThat(first.cell("start")).isEqualTo(new Cell.Day("D6", LocalDate.of(2025, 2, 10)));
    assertThat(first.cell("end")).isEqualTo(new Cell.Text("E6", "12/15/2026"));
    assertThat(rows.getLast().cell("name")).isEqualTo(new Cell.Blank("C9"));
    assertThat(rows.getLast().address("start")).isEqualTo("D9");
  }

  @Test
  void aColumnTheSheetDoesNotHaveIsBlankAtTheStartOfTheRow() throws Exception {
    SheetRow row = rows(poi(folder, ReadingWorkbooksTest::form)).getFirst();

    assertThat(row.cells()).doesNotContainKey("seats");
    assertThat(row.cell("seats")).isEqualTo(new Cell.Blank("A6"));
  }

  @Test
  void everyTypeOfCellIsReadAsWhatItIs() throws Exception {
    String cells =
        """
        <row r="2"><c r="A2" t="str"><f>1</f><v>computed</v></c><c r="B2" t="d"><v>2026-03-31T00:00:00</v></c></row>\
        <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c></row>\
        <row r="4"><c r="A4"><v>1.6082417E7</v></c><c r="B4"><v>0.30000000000000004</v></c></row>\
        <row r="5"><c r="A5" t="inlineStr"><is><r><t>two</t></r><r><t xml:space="preserve"> runs</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></is></c>\
        <c r="B5"><v>1E-7</v></c></row>\
        <row><c t="inlineStr"><is><t>a_x000D_b</t></is></c><c><v>-12.50</v></c></row>""";
    List<SheetRow> rows = rows(Fixtures.file(folder, zip(parts(sheet(headingRow() + cells)))));

    assertThat(rows)
        .extracting(
            row -> row.cell("name").getClass().getSimpleName() + " " + row.cell("name").text())
        .containsExactly(
            "Text computed", "Truth TRUE", "Number 16082417", "Text two runs", "Text a\rb");
    assertThat(rows)
        .extracting(
            row -> row.cell("start").getClass().getSimpleName() + " " + row.cell("start").text())
        .containsExactly(
            "Day 2026-03-31", "Failed #N/A", "Number 0.3", "Number 0.0000001", "Number -12.5");
    assertThat(rows.getLast().address("start")).isEqualTo("B6");
  }

  @Test
  void datesAreCountedFrom1904WhenTheWorkbookSaysSo() throws Exception {
    Path file =
        poi(
            folder,
            workbook -> {
              workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              XSSFSheet sheet = workbook.createSheet("Data");
              headings(sheet, 0, "Legal name", "Start date");
              XSSFRow row = sheet.createRow(1);
              row.createCell(0).setCellValue("Keystone");
              // What a spreadsheet counting from 1904 stores for 2025-02-10.
              row.createCell(1).setCellValue(45698.0 - 1462);
              row.getCell(1).setCellStyle(dateStyle(workbook, "d-mmm-yy"));
            });

    assertThat(rows(file).getFirst().cell("start"))
        .isEqualTo(new Cell.Day("B2", LocalDate.of(2025, 2, 10)));
  }

  @Test
  void whetherANumberIsADateIsTheFormatsToSay() throws Exception {
    Path file =
        poi(
            folder,
            workbook -> {
              XSSFSheet sheet = workbook.createSheet("Data");
              headings(sheet, 0, "Legal name", "Start date", "End date");
              String[] formats = {
                "m/d/yyyy h:mm", "[$-409]d-mmm-yyyy;@", "0.00", "\"day\" 0", "General"
              };
              for (int i = 0; i < formats.length; i++) {
                XSSFRow row = sheet.createRow(i + 1);
                row.createCell(0).setCellValue(formats[i]);
                row.createCell(1).setCellValue(45698.75);
                row.getCell(1).setCellStyle(dateStyle(workbook, formats[i]));
              }
            });

    assertThat(rows(file))
        .extracting(row -> row.cell("start").text())
        .containsExactly("2025-02-10", "2025-02-10", "45698.75", "day 45699", "45698.75");
  }

  @Test
  void formulasAreNotCalculatedButTheirLastValueIsReadAndNoticed() throws Exception {
    String cells =
        """
        <row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>stale</v></c><c r="B2"><f>1+1</f><v>7</v></c>\
        <c r="C2"><f>1</f><v>1</v></c></row>\
        <row r="3"><c r="A3"><f>NOW()</f></c><c r="B3"><v>3</v></c></row>""";
    Path file = Fixtures.file(folder, zip(parts(sheet(headingRow() + cells))));

    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      List<SheetRow> rows = new ArrayList<>();
      workbook.forEachRow(workbook.findHeadings(COLUMNS), rows::add);

      assertThat(rows.getFirst().cell("name").text()).isEqualTo("stale");
      assertThat(rows.getFirst().cell("start").text()).isEqualTo("7");
      assertThat(workbook.notices())
          .extracting(notice -> notice.code() + " " + notice.address())
          .containsExactly(
              "VALUES_WITHOUT_HEADING C2",
              "FORMULA_VALUE_USED A2",
              "FORMULA_VALUE_USED B2",
              "FORMULA_WITHOUT_VALUE A3");
    }
  }

  @Test
  void aThousandFormulasMakeAHundredNotices() throws Exception {
    StringBuilder cells = new StringBuilder(headingRow());
    for (int row = 2; row < 1002; row++) {
      cells.append("<row r=\"%d\"><c r=\"A%d\"><f>1</f><v>1</v></c></row>".formatted(row, row));
    }
    Path file = Fixtures.file(folder, zip(parts(sheet(cells.toString()))));

    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      workbook.forEachRow(workbook.findHeadings(COLUMNS), row -> {});
      assertThat(workbook.notices()).hasSize(100);
    }
  }

  @Test
  void aHiddenSheetIsNeitherReadNorPassedOverInSilence() throws Exception {
    Path file =
        poi(
            folder,
            workbook -> {
              headings(workbook.createSheet("Old"), 0, "Legal name", "NPN", "Start date");
              headings(workbook.createSheet("New"), 3, "Legal name", "NPN");
              workbook.setActiveSheet(1);
              workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            });

    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      Headings headings = workbook.findHeadings(COLUMNS);
      assertThat(headings.sheet()).isEqualTo("New");
      assertThat(headings.row()).isEqualTo(4);
      assertThat(workbook.notices()).extracting(Notice::sheet).containsExactly("Old");
      assertThatThrownBy(() -> workbook.headingsAt("Old", 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void form(XSSFWorkbook workbook) {
    XSSFSheet instructions = workbook.createSheet("Read me");
    instructions.createRow(0).createCell(0).setCellValue("Return this form to the office.");
    XSSFSheet sheet = workbook.createSheet("Form");
    sheet.createRow(0).createCell(0).setCellValue("Relationships Form");
    sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 0, 0, 5));
    sheet.createRow(2).createCell(0).setCellValue("Date: 11/02/2026");
    headings(
        sheet,
        4,
        "NPN",
        "Comments",
        "Name of Subcontractor (legal)",
        "Start date",
        "Term date",
        "Comments");
    XSSFRow row = sheet.createRow(5);
    row.createCell(0).setCellValue(16082417);
    row.createCell(2).setCellValue("  Keystone  Media ");
    row.createCell(3).setCellValue(LocalDate.of(2025, 2, 10));
    row.getCell(3).setCellStyle(dateStyle(workbook, "mm/dd/yyyy"));
    row.createCell(4).setCellValue("12/15/2026");
    XSSFRow blank = sheet.createRow(6);
    blank.createCell(2).setCellValue(" \u00A0 ");
    XSSFRow commentOnly = sheet.createRow(7);
    commentOnly.createCell(1).setCellValue("nothing that is read");
    sheet.createRow(8).createCell(0).setCellValue(7);
  }

  private static CellStyle dateStyle(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void headings(XSSFSheet sheet, int row, String... texts) {
    XSSFRow created = sheet.createRow(row);
    for (int i = 0; i < texts.length; i++) {
      XSSFCell cell = created.createCell(i);
      cell.setCellValue(texts[i]);
    }
  }
}

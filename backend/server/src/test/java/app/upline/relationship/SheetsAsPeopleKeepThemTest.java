package app.upline.relationship;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a sheet hides, merges, repeats and sums up is read as it is meant, or told. */
@Tag("engine")
@MicronautTest(transactional = false)
class SheetsAsPeopleKeepThemTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void hiddenRowsAreReadAndNamedInADryRunAndInACommit() {
    byte[] file =
        VendorSheet.of(4)
            .xlsx(
                sheet -> {
                  sheet.getRow(2).setZeroHeight(true);
                  sheet.getRow(3).setHeightInPoints(0.4f);
                });
    for (String mode : List.of("DRY_RUN", "COMMIT")) {
      send(file, mode)
          .body("created", equalTo(4))
          .body(notice("HIDDEN_ROWS_READ", "message"), containsString("Rows 3, 4 are hidden"));
    }
  }

  @Test
  void hiddenColumnsThatAreReadAreNamed() {
    byte[] file =
        VendorSheet.of(1)
            .with("End date", "2024-06-30")
            .with("End reason", "Closed")
            .xlsx(
                sheet -> {
                  sheet.setColumnHidden(17, true);
                  sheet.setColumnWidth(18, 10);
                });
    send(file, "COMMIT")
        .body("status", equalTo("APPLIED"))
        .body("notices.findAll { it.code == 'HIDDEN_COLUMN_READ' }.cell", contains("R1", "S1"))
        .body(notice("HIDDEN_COLUMN_READ", "message"), containsString("End date"));
  }

  @Test
  void rowsThatAFilterHidesAreAskedAbout() {
    byte[] file = filtered(VendorSheet.of(3));
    send(file, "DRY_RUN").body("status", equalTo("CHECKED_WITH_ERRORS"));
    send(file, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("created", equalTo(0))
        .body("skipped", equalTo(3))
        .body("errors.code", contains("FILTERED_ROWS"))
        .body("errors[0].cell", equalTo("A3"))
        .body("errors[0].message", containsString("Row 3 is hidden"));
    relationships().body("items", empty());

    send(file, "COMMIT", Map.of("onFilteredRows", "SKIP"))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(2))
        .body(notice("FILTERED_ROWS_SKIPPED", "message"), containsString("Row 3"));
    send(file, "COMMIT", Map.of("onFilteredRows", "READ"))
        .body("created", equalTo(1))
        .body(notice("FILTERED_ROWS_READ", "message"), containsString("Row 3"));
  }

  /** The filter itself is no part of the library's model. */
  private static byte[] filtered(VendorSheet sheet) {
    byte[] file =
        sheet.xlsx(
            of -> {
              of.setAutoFilter(CellRangeAddress.valueOf("A1:Q4"));
              of.getRow(2).setZeroHeight(true);
            });
    return VendorSheet.edited(
        file,
        "xl/worksheets/sheet1.xml",
        xml ->
            xml.replaceAll(
                "<autoFilter ref=\"A1:Q4\"/>",
                "<autoFilter ref=\"A1:Q4\"><filterColumn colId=\"0\"><filters><filter val=\"Vendor 1 LLC\"/></filters></filterColumn></autoFilter>"));
  }

  @Test
  void aFilterThatHidesNothingIsNoQuestion() {
    byte[] file =
        VendorSheet.of(2)
            .xlsx(
                sheet -> {
                  sheet.setAutoFilter(CellRangeAddress.valueOf("A1:Q3"));
                  sheet.getRow(2).setZeroHeight(true);
                });
    send(file, "COMMIT")
        .body("created", equalTo(2))
        .body(notice("HIDDEN_ROWS_READ", "cell"), equalTo("A3"));
  }

  @Test
  void otherSheetsWithTheSameHeadingsAreNamedHiddenOnesToo() {
    byte[] file =
        VendorSheet.of(1)
            .xlsx(
                sheet -> {
                  XSSFWorkbook workbook = sheet.getWorkbook();
                  VendorSheet.of(2).fill(workbook.createSheet("Q2"), 3);
                  VendorSheet.of(0).fill(workbook.createSheet("Empty"), 0);
                  workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("Hello");
                  VendorSheet.of(1).fill(workbook.createSheet("Old"), 0);
                  workbook.setSheetVisibility(4, SheetVisibility.VERY_HIDDEN);
                });
    send(file, "COMMIT")
        .body("created", equalTo(1))
        .body("notices.findAll { it.code == 'SHEET_NOT_READ' }", hasSize(1))
        .body(
            notice("SHEET_NOT_READ", "message"),
            allOf(containsString("Q2"), containsString("row 4")))
        .body(notice("HIDDEN_SHEET_IGNORED", "message"), containsString("“Old”"));
  }

  @Test
  void valuesUnderNoHeadingAreNamed() {
    byte[] file =
        VendorSheet.of(2)
            .xlsx(
                sheet -> {
                  sheet.getRow(1).createCell(17).setCellValue("ended 6/30");
                  sheet.getRow(2).createCell(17).setCellValue("see note");
                  sheet.createRow(9).createCell(19).setCellValue("a note aside");
                });
    send(file, "COMMIT")
        .body("created", equalTo(2))
        .body(
            "notices.findAll { it.code == 'VALUES_WITHOUT_HEADING' }.cell", contains("R2", "T10"));
  }

  @Test
  void headingsMergedOverTwoRowsAreRead() {
    byte[] file =
        VendorSheet.of(1)
            .xlsx(
                sheet -> {
                  sheet.shiftRows(0, 1, 1);
                  for (int column : new int[] {0, 1}) {
                    String text = sheet.getRow(1).getCell(column).getStringCellValue();
                    if (sheet.getRow(0) == null) {
                      sheet.createRow(0);
                    }
                    sheet.getRow(0).createCell(column).setCellValue(text);
                    sheet.getRow(1).getCell(column).setBlank();
                    sheet.addMergedRegion(new CellRangeAddress(0, 1, column, column));
                  }
                  sheet.getRow(0).createCell(8).setCellValue("Address");
                });
    send(file, "COMMIT").body("status", equalTo("APPLIED")).body("errors", empty());
    relationships().body("items.ownReference", contains("T-1"));
  }

  @Test
  void aValueMergedOverSeveralRowsIsThatOfEach() {
    byte[] file =
        VendorSheet.of(3)
            .xlsx(
                sheet -> {
                  for (int row : new int[] {2, 3}) {
                    sheet.getRow(row).getCell(9).setBlank();
                  }
                  sheet.getRow(1).getCell(9).setCellValue("Tempe");
                  sheet.addMergedRegion(CellRangeAddress.valueOf("J2:J4"));
                });
    send(file, "COMMIT")
        .body("created", equalTo(3))
        .body(notice("MERGED_CELLS", "message"), containsString("J2:J4"));
    relationships().body("items.address.city", contains("Tempe", "Tempe", "Tempe"));
  }

  @Test
  void theTotalRowOfATableIsLeftOutWithANotice() {
    byte[] file =
        VendorSheet.of(2)
            .row("Total", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "2")
            .xlsx(
                sheet -> {
                  XSSFTable table =
                      sheet.createTable(
                          new org.apache.poi.ss.util.AreaReference(
                              "A1:Q4", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
                  table.getCTTable().setTotalsRowCount(1);
                });
    send(file, "COMMIT")
        .body("created", equalTo(2))
        .body(notice("TOTALS_ROW_SKIPPED", "cell"), equalTo("A4"));
  }

  @Test
  void aRowThatIsNoRecordHasOneError() {
    List<String> headings = VendorSheet.HEADINGS;
    List<String> explained =
        List.of(
            "Required. Enter legal name",
            "Optional",
            "Choose from list",
            "10 digits",
            "NN-NNNNNNN",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "see guide",
            "MM/DD/YYYY",
            "Y/N");
    byte[] file =
        VendorSheet.of(2)
            .rowAt(0, explained)
            .rowAt(2, headings)
            .row("Total", "2")
            .row("", "", "")
            .row("Generated by Pat on 11/28/2026")
            .csv("", "\"Copyright (c) 2000-2026 example. All rights reserved.\"", "Confidential");
    send(file, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("errors.row", contains(2, 4, 6, 8, 10, 11))
        .body("errors.code.unique()", contains("NOT_A_RECORD"))
        .body("errors[0].message", containsString("explain"))
        .body("errors[1].message", containsString("repeats the headings"))
        .body("errors[2].message", containsString("total"));
    send(file, "COMMIT", Map.of("onError", "SKIP_FAULTY_ROWS"))
        .body("created", equalTo(2))
        .body("skipped", equalTo(6));
  }

  /** By the headings of the first row, a city would become a street without a word. */
  @Test
  void whatStandsBelowHeadingsInOtherColumnsIsNotReadByTheFirst() {
    VendorSheet sheet = VendorSheet.of(3);
    List<String> moved = new ArrayList<>(VendorSheet.HEADINGS);
    Collections.swap(moved, moved.indexOf("City"), moved.indexOf("Street"));
    byte[] file = sheet.rowAt(1, moved).csv();

    send(file, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("errors.row", contains(3, 4, 5))
        .body("errors.code.unique()", contains("NOT_A_RECORD"))
        .body("errors[0].message", containsString("headings of its own"))
        .body("errors[1].message", containsString("below the headings of row 3"));
    send(file, "COMMIT", Map.of("onError", "SKIP_FAULTY_ROWS"))
        .body("created", equalTo(1))
        .body("skipped", equalTo(3));
  }

  @Test
  void explanationsMayStandInBrackets() {
    List<String> explained =
        List.of(
            "(legal name)",
            "(your ID)",
            "(from list)",
            "(digits only)",
            "",
            "(see list)",
            "",
            "(URL)",
            "(street)",
            "(city)",
            "(2 letters)",
            "(5 digits)",
            "(full name)",
            "(work e-mail)",
            "",
            "(date)",
            "(Y/N)");
    send(VendorSheet.of(1).rowAt(0, explained).csv(), "COMMIT")
        .body("errors.code", contains("NOT_A_RECORD"))
        .body("errors.cell", contains("A2"));
  }

  @Test
  void aRecordWithAFaultOrTwoIsNotTakenForANote() {
    byte[] file =
        VendorSheet.of(2)
            .calling("City", "Town")
            .row(
                "Vendor 3 LLC",
                "T-3",
                "Call Center",
                "68875003",
                "",
                "Marketing",
                "",
                "https://x.example",
                "1 Main St",
                "Mesa",
                "ZZ",
                "85201",
                "Pat Doe",
                "nobody",
                "",
                "01/15/2024",
                "No")
            .csv();
    send(file, "COMMIT").body("errors.code", contains("UNKNOWN_CODE", "INVALID_EMAIL"));
  }

  @Test
  void aRowOfACsvFileWithMoreValuesThanHeadingsIsAnError() {
    byte[] file =
        VendorSheet.of(1)
            .with("End date", "06/30/2024")
            .with("End reason", "Closed")
            .with("x", "")
            .without("x")
            .csv(String.join(",", VendorSheet.vendor(2)) + ",06/30/2024,Closed, moved to Texas");
    send(file, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("errors.code", contains("SURPLUS_VALUES"))
        .body("errors.cell", contains("T3"));
    send(file, "COMMIT", Map.of("onError", "SKIP_FAULTY_ROWS"))
        .body("created", equalTo(1))
        .body("skipped", equalTo(1));
  }

  @Test
  void aRowOfACsvFileWithFewerValuesHasBlanksAtItsEnd() {
    byte[] file =
        VendorSheet.of(1).with("End date", "").csv(String.join(",", VendorSheet.vendor(2)));
    send(file, "COMMIT").body("created", equalTo(2));
  }

  @Test
  void whatIsNotFaultlessIsMarkedAndWhatIsToKnowIsListedInTheMarkedCopy() throws IOException {
    byte[] file =
        VendorSheet.of(2)
            .with("Favorite color", "blue")
            .xlsx(
                sheet -> {
                  sheet.getRow(1).setZeroHeight(true);
                  sheet.getRow(2).getCell(10).setCellValue("ZZ");
                });
    String id = send(file, "COMMIT").body("errors", hasSize(1)).extract().path("id");
    byte[] marked = call().get("/v1/relationship-imports/" + id + "/marked-workbook").asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
      XSSFSheet list = workbook.getSheet("Upload errors");
      StringBuilder all = new StringBuilder();
      list.forEach(row -> all.append(row.getCell(2)).append('\n'));
      org.assertj.core.api.Assertions.assertThat(all.toString())
          .contains("Notice: Row 2 is hidden")
          .contains("Favorite color");
    }
  }

  @Test
  void whatARejectedUploadAnswersAddsUp() {
    byte[] file = VendorSheet.of(4).row("Vendor 5 LLC", "T-5", "Nothing known").csv();
    send(file, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("rows", equalTo(5))
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(0))
        .body("skipped", equalTo(5));
    send(file, "DRY_RUN").body("created", equalTo(4)).body("skipped", equalTo(1));
  }

  private static String notice(String code, String member) {
    return "notices.find { it.code == '%s' }.%s".formatted(code, member);
  }

  private ValidatableResponse relationships() {
    return call().get("/v1/relationships").then().statusCode(200);
  }

  private ValidatableResponse send(byte[] file, String mode) {
    return send(file, mode, Map.of());
  }

  private ValidatableResponse send(byte[] file, String mode, Map<String, String> parts) {
    RequestSpecification form =
        call()
            .multiPart("file", "vendors", file, "application/octet-stream")
            .multiPart("mode", mode);
    parts.forEach(form::multiPart);
    return form.post("/v1/relationship-imports").then().statusCode(201);
  }

  private RequestSpecification call() {
    return api.as(reporter);
  }
}

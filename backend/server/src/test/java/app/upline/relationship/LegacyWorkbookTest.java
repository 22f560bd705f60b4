package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The workbook that agencies send today, as Excel writes it and people fill it in: told all its
 * faults, fixed in the marked copy that comes back, and then imported whole.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class LegacyWorkbookTest {

  private static final String SHEET = "TPMO Relationships";
  private static final int HEADER_ROW = 4;

  private static final List<String> HEADER =
      List.of(
          "#",
          "Name of Subcontractor / TPMO (legal)",
          "Type of entity",
          "NPN",
          "Tax ID (EIN)",
          "Services provided",
          "Street",
          "City",
          "ST",
          "Zip",
          "Contact",
          "E-mail",
          "Telephone",
          "Web site(s)",
          "Start date",
          "Term date",
          "Reason for term",
          "Offshore? (Y/N)");

  /** Each after its row's number; the blank row is one that people leave between two groups. */
  private static final List<List<Object>> ROWS =
      List.of(
          row(
              "  Prickly  Pear   Media Inc. ",
              "General Agency",
              15693069,
              "54-4873297",
              "Marketing; Sales",
              "1 Main St",
              "Boston",
              "ma",
              2108,
              "Desk",
              "DESK@PEAR.EXAMPLE",
              "(617) 555-0138",
              "www.pear.example",
              "04/14/2025",
              "",
              "",
              "n"),
          row(
              "Saguaro Print House",
              "Print/Mail House",
              17954511,
              "41-7782828",
              "Sales\nEnrollment",
              "2 Lakeview Dr",
              "Omaha",
              "ZZ",
              "68102",
              "Desk",
              "not an address",
              "402.555.0194",
              "",
              LocalDate.of(2023, 10, 20),
              "",
              "",
              "No"),
          List.of(),
          row(
              "Cholla Agents Corp",
              "Independent Agent",
              "",
              "123-45-6789",
              "Telepathy",
              "3 Main St",
              "Denver",
              "Colorado",
              80202,
              "Desk",
              "desk@cholla.example",
              "+1 720 555 0163",
              "https://cholla.example/medicare",
              "13/45/2024",
              "",
              "",
              "N"),
          row(
              "  ",
              "Call Center",
              "",
              "",
              "Marketing",
              "4 5th Ave",
              "Austin",
              "TX",
              78701,
              "Desk",
              "desk@ocotillo.example",
              "512-555-0171",
              "ocotillo.example",
              LocalDate.of(2024, 3, 4),
              "05/31/2023",
              "Contract over",
              "Y"));

  /** Cell by cell what should have been there. */
  private static final Map<String, Object> MENDED = new LinkedHashMap<>();

  static {
    MENDED.put("I7", "NE");
    MENDED.put("L7", "desk@saguaro.example");
    MENDED.put("E9", "12-3456789");
    MENDED.put("F9", "Marketing");
    MENDED.put("O9", "01/15/2024");
    MENDED.put("B10", "Ocotillo Outreach Co.");
    MENDED.put("P10", "05/31/2025");
    MENDED.put("R10", "N");
  }

  @Inject Api api;
  @Inject TestUsers crowd;

  @Test
  void isToldAllItsFaultsMendedInTheMarkedCopyAndImportedWholeOnce() throws IOException {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    ValidatableResponse rejected =
        upload(reporter, form())
            .body("status", equalTo("REJECTED"))
            .body("rows", equalTo(4))
            .body("errors.cell", contains(MENDED.keySet().toArray()));
    api.as(reporter).get("/v1/relationships").then().body("items", hasSize(0));

    String path = "/v1/relationship-imports/" + rejected.extract().path("id") + "/marked-workbook";
    byte[] mended = mend(api.as(reporter).get(path).asByteArray());
    upload(reporter, mended)
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(4))
        .body("errors", hasSize(0));
    upload(reporter, mended).body("created", equalTo(0)).body("unchanged", equalTo(4));

    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .body("items", hasSize(4))
        .body("items[0].legalName", equalTo("Prickly Pear Media Inc."))
        .body("items[0].npn", equalTo("15693069"))
        .body("items[0].address.zip", equalTo("02108"))
        .body("items[0].startDate", equalTo("2025-04-14"))
        .body("items[0].websites", contains("https://www.pear.example"))
        .body("items[1].functions", contains("SALES", "ENROLLMENT"))
        .body("items[1].startDate", equalTo("2023-10-20"))
        .body("items[2].address.state", equalTo("CO"))
        .body("items[3].endDate", equalTo("2025-05-31"));
  }

  private ValidatableResponse upload(TestUser reporter, byte[] file) {
    return api.as(reporter)
        .multiPart("file", "form.xlsx", file, "application/octet-stream")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201);
  }

  private static byte[] mend(byte[] marked) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
      XSSFSheet sheet = workbook.getSheet(SHEET);
      assertThat(sheet.getCellComments().keySet().stream().map(CellAddress::toString))
          .containsExactlyInAnyOrderElementsOf(MENDED.keySet());
      MENDED.forEach(
          (address, value) -> {
            CellAddress at = new CellAddress(address);
            set(sheet.getRow(at.getRow()).getCell(at.getColumn()), value, null);
          });
      return bytes(workbook);
    }
  }

  private static byte[] form() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet(SHEET);
      sheet.createRow(0).createCell(0).setCellValue("TPMO Relationships Form");
      sheet.createRow(2).createCell(0).setCellValue("Date: 11/02/2026");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy"));
      write(sheet.createRow(HEADER_ROW), HEADER, date);
      for (int i = 0; i < ROWS.size(); i++) {
        write(sheet.createRow(HEADER_ROW + 1 + i), ROWS.get(i), date);
      }
      return bytes(workbook);
    }
  }

  private static void write(XSSFRow row, List<?> values, CellStyle date) {
    for (int i = 0; i < values.size(); i++) {
      set(row.createCell(i), values.get(i), date);
    }
  }

  private static void set(XSSFCell cell, Object value, @Nullable CellStyle date) {
    switch (value) {
      case Integer number -> cell.setCellValue(number);
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
      default -> cell.setCellValue(value.toString());
    }
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  private static List<Object> row(Object... values) {
    Object[] numbered = new Object[values.length + 1];
    numbered[0] = 1;
    System.arraycopy(values, 0, numbered, 1, values.length);
    return Arrays.asList(numbered);
  }
}

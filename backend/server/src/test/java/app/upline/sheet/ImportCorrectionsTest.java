package app.upline.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.platform.encryption.SealedRows;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faulty rows of an upload, corrected one after the other without a spreadsheet. */
@Tag("engine")
@MicronautTest(transactional = false)
class ImportCorrectionsTest {

  private static final String REGISTER = "/v1/relationship-imports";
  private static final String INCIDENTS = "/v1/incident-imports";

  private static final String HEADER =
      "Register\r\n\r\nName of Subcontractor / TPMO (legal),Type of entity,NPN,Tax ID (EIN),Services provided,Street,City,ST,Zip,Contact,E-mail,Web site(s),Start date,Offshore? (Y/N)\r\n";
  private static final String SOUND =
      "Keystone Media Inc.,General Agency,15693069,54-4873297,Sales / Marketing,1 Main St,Boston,MA,02108,Desk,desk@keystone.example,www.keystone.example,12/15/2021,n\r\n";

  /** Row 5: no NPN, a Social Security number, no state. */
  private static final String FAULTY =
      "Lone Star LLC,Call Center,,123-45-6789,Sales,1 Main St,Tampa,ZZ,33602,Desk,desk@lonestar.example,www.lonestar.example,12/15/2021,n\r\n";

  /** Row 6: not a record. */
  private static final String TOTAL = "Total,2 vendors,,,,,,,,,,,,\r\n";

  private static final String TEXT = "Dana told 1EG4-TE5-MK73 that the plan has no premium at all.";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject List<SealedRows> sealed;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    UUID agency = crowd.agency();
    organizations.contract(agency, crowd.carrier());
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void rowsAreReadCorrectedInSeveralStepsAndCommittedAndTheWorkbookHasItAll() {
    String id =
        upload(REGISTER, HEADER + SOUND + FAULTY + TOTAL, Map.of("mode", "COMMIT"))
            .header("ETag", "\"1\"")
            .body("status", equalTo("REJECTED"))
            .body("created", equalTo(0))
            .body("skipped", equalTo(3))
            .body("correctedRows", equalTo(0))
            .body("correctableUntil", notNullValue())
            .extract()
            .path("id");

    rows(REGISTER, id, "?faulty=true")
        .body("items.row", contains(5, 6))
        .body("items[0].cells.field", hasItems("legalName", "npn", "ein", "state"))
        .body("items[0].cells.find { it.field == 'legalName' }.text", equalTo("Lone Star LLC"))
        .body("items[0].cells.find { it.field == 'npn' }.text", equalTo(""))
        .body("items[0].cells.find { it.field == 'npn' }.column", equalTo("C"))
        .body("items[0].cells.find { it.field == 'npn' }.header", equalTo("NPN"))
        .body("items[0].cells.find { it.field == 'ein' }.text", equalTo("[SSN]"))
        .body("items[0].cells.find { it.field == 'ein' }.masked", equalTo(true))
        .body("items[0].errors.code", contains("NPN_REQUIRED", "SSN_REFUSED", "UNKNOWN_CODE"))
        .body("items[0].errors.field", contains("npn", "ein", "state"))
        .body("items[1].errors.code", contains("NOT_A_RECORD"));
    pagesHoldOneRowEach(id);

    correct(REGISTER, id, "\"1\"", "DRY_RUN", row(5, cell("npn", "6657085"), cell("ein", "")))
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("status", equalTo("CHECKED_WITH_ERRORS"))
        .body("correctedRows", equalTo(1))
        .body("created", equalTo(1))
        .body("errors.cell", contains("H5", "A6"));
    rows(REGISTER, id, "?faulty=true")
        .body("items[0].errors.code", contains("UNKNOWN_CODE"))
        .body("items[0].cells.find { it.field == 'npn' }.text", equalTo("6657085"))
        .body("items[0].cells.find { it.field == 'npn' }.uploadedText", equalTo(""))
        .body("items[0].cells.find { it.field == 'ein' }.uploadedText", equalTo("[SSN]"));
    api.as(reporter).get("/v1/relationships").then().body("items", hasSize(0));

    // A person who saw it before that has to look again.
    correct(REGISTER, id, "\"1\"", "DRY_RUN", row(5, cell("state", "FL"))).statusCode(412);
    correct(REGISTER, id, "\"3\"", "COMMIT", leftOut(6), row(5, cell("state", "fl")))
        .statusCode(200)
        .body("status", equalTo("APPLIED"))
        .body("rows", equalTo(2))
        .body("created", equalTo(2))
        .body("errorCount", equalTo(0))
        .body("correctedRows", equalTo(2))
        .body("correctableUntil", nullValue());
    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .body("items.legalName", hasItems("Keystone Media Inc.", "Lone Star LLC"))
        .body("items.find { it.legalName == 'Lone Star LLC' }.address.state", equalTo("FL"));
    rows(REGISTER, id, "?faulty=true").body("items", hasSize(0));
    rows(REGISTER, id, "")
        .body("items.row", contains(5, 6))
        .body("items.leftOut", contains(false, true));
    correct(REGISTER, id, "*", "COMMIT")
        .statusCode(409)
        .body("detail", containsString("Everything of this upload was written"));

    byte[] corrected = workbook(REGISTER, id);
    send(REGISTER, corrected, Map.of("mode", "COMMIT"))
        .body("status", equalTo("APPLIED"))
        .body("rows", equalTo(2))
        .body("unchanged", equalTo(2));
  }

  /** A page of one row each: the next is found by the row's number. */
  private void pagesHoldOneRowEach(String id) {
    String next =
        rows(REGISTER, id, "?faulty=true&limit=1")
            .body("items.row", contains(5))
            .extract()
            .path("nextCursor");
    rows(REGISTER, id, "?faulty=true&limit=1&cursor=" + next)
        .body("items.row", contains(6))
        .body("nextCursor", nullValue());
  }

  @Test
  void whatARowProvesOfOthersItProvesWhenItIsCorrectedOrLeftOutToo() {
    String dayFirst = SOUND.replace("12/15/2021", "13/01/2022");
    String ambiguous =
        FAULTY
            .replace(",,123-45-6789,", ",6657085,,")
            .replace("ZZ", "FL")
            .replace("12/15/2021", "03/04/2022");
    String id =
        upload(REGISTER, HEADER + dayFirst + ambiguous, Map.of("mode", "DRY_RUN"))
            .body("errors.cell", contains("M4", "M5"))
            .extract()
            .path("id");

    correct(REGISTER, id, "*", "DRY_RUN", row(4, cell("startDate", "01/13/2022")))
        .body("errors.cell", contains("M5"));
    correct(REGISTER, id, "*", "DRY_RUN", leftOut(4)).body("errors.cell", contains("M5"));
    correct(REGISTER, id, "*", "COMMIT", row(5, cell("startDate", "03/04/2022")))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(1));
  }

  @Test
  void whatStandsBelowOtherHeadingsIsNotReadByTheFirstWhenThoseAreLeftOut() {
    String headings = HEADER.lines().skip(2).findFirst().orElseThrow();
    String moved = headings.replace("Street,City", "City,Street") + "\r\n";
    String below =
        FAULTY
            .replace(",,123-45-6789,", ",6657085,,")
            .replace("ZZ", "FL")
            .replace("1 Main St,Tampa", "Tampa,1 Main St");
    String id =
        upload(REGISTER, HEADER + SOUND + moved + below, Map.of("mode", "DRY_RUN"))
            .body("errors.row", contains(5, 6))
            .extract()
            .path("id");

    correct(REGISTER, id, "*", "DRY_RUN", leftOut(5))
        .body("errors.row", contains(6))
        .body("errors.code", contains("NOT_A_RECORD"));
    correct(
            REGISTER,
            id,
            "*",
            "COMMIT",
            row(6, cell("addressLine1", "1 Main St"), cell("city", "Tampa")))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(2));
  }

  @Test
  void ofAnUploadAppliedInPartOnlyTheRestIsWrittenAndNothingIsWrittenTwice() {
    String id =
        upload(
                REGISTER,
                HEADER + SOUND + FAULTY,
                Map.of("mode", "COMMIT", "onError", "SKIP_FAULTY_ROWS"))
            .body("status", equalTo("APPLIED_IN_PART"))
            .body("created", equalTo(1))
            .extract()
            .path("id");
    // Changed since: to write the row again would take this back.
    Map<String, Object> keystone =
        api.as(reporter).get("/v1/relationships").then().extract().path("items[0]");
    api.as(reporter)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Keystone Media Group Inc.\"}")
        .patch("/v1/relationships/" + keystone.get("id"))
        .then()
        .statusCode(200);

    correct(REGISTER, id, "*", "DRY_RUN", row(5, cell("npn", "6657085"), cell("ein", null)))
        .body("status", equalTo("APPLIED_IN_PART"))
        .body("created", equalTo(1))
        .body("errors.code", contains("SSN_REFUSED", "UNKNOWN_CODE"));
    correct(REGISTER, id, "*", "COMMIT", row(5, cell("ein", "54-4873298"), cell("state", "FL")))
        .body("status", equalTo("APPLIED"))
        .body("rows", equalTo(2))
        .body("created", equalTo(2))
        .body("skipped", equalTo(0));
    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .body("items.legalName", hasSize(2))
        .body("items.legalName", hasItems("Keystone Media Group Inc.", "Lone Star LLC"));
  }

  @Test
  void aFieldThatNoColumnHoldsCanBeFilledInAndStandsInTheWorkbookInOneOfItsOwn() {
    String without = (HEADER + SOUND + FAULTY).replace(",NPN,", ",Remark,");
    String id =
        upload(REGISTER, without.replace("123-45-6789", "54-4873298").replace("ZZ", "FL"), Map.of())
            .body("errors.code", hasItem("NPN_REQUIRED"))
            .extract()
            .path("id");
    rows(REGISTER, id, "?faulty=true").body("items.row", contains(4, 5));

    correct(
            REGISTER,
            id,
            "*",
            "COMMIT",
            row(4, cell("npn", "15693069")),
            row(5, cell("npn", "6657085")))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(2));
    rows(REGISTER, id, "")
        .body("items[0].cells.find { it.field == 'npn' }.header", equalTo("NPN"))
        .body("items[0].cells.find { it.field == 'npn' }.column", nullValue());
    send(REGISTER, workbook(REGISTER, id), Map.of("mode", "COMMIT"))
        .body("status", equalTo("APPLIED"))
        .body("unchanged", equalTo(2));
  }

  @Test
  void whatCannotBeCorrectedIsToldAndNothingOfItIsKept() {
    String id = upload(REGISTER, HEADER + SOUND + FAULTY, Map.of()).extract().path("id");
    correct(
            REGISTER,
            id,
            "*",
            "DRY_RUN",
            row(5, cell("npn", "6657085"), cell("npn", "6657086"), cell("shoeSize", "44")),
            row(5),
            row(4, cell("npn", "6657085")))
        .statusCode(422)
        .body(
            "errors.code",
            contains("DUPLICATE_FIELD", "UNKNOWN_FIELD", "DUPLICATE_ROW", "UNKNOWN_ROW"))
        .body("errors.pointer", hasItem("/rows/0/cells/2/field"));
    api.as(reporter)
        .get(REGISTER + "/" + id)
        .then()
        .header("ETag", "\"1\"")
        .body("correctedRows", equalTo(0));

    // A faultless one is not kept.
    String sound = upload(REGISTER, HEADER + SOUND, Map.of()).extract().path("id");
    correct(REGISTER, sound, "*", "COMMIT")
        .statusCode(409)
        .body("detail", containsString("not kept"));
    api.as(reporter).get(REGISTER + "/" + sound + "/marked-workbook").then().statusCode(404);
    correct(INCIDENTS, id, "*", "COMMIT").statusCode(404);
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    api.as(stranger).get(REGISTER + "/" + id + "/rows").then().statusCode(404);
  }

  @Test
  void whileOnePersonsCorrectionsAreCheckedAnotherOneWaits() {
    String id = upload(REGISTER, HEADER + FAULTY, Map.of()).extract().path("id");
    crowd.run(
        "update sheet_import set busy_until = '2999-01-01' where id = ?", UUID.fromString(id));
    correct(REGISTER, id, "*", "DRY_RUN", row(4, cell("state", "FL")))
        .statusCode(409)
        .body("detail", containsString("at the moment"));
    // Who had begun has died.
    crowd.run(
        "update sheet_import set busy_until = '2001-01-01' where id = ?", UUID.fromString(id));
    correct(REGISTER, id, "*", "DRY_RUN", row(4, cell("state", "FL"))).statusCode(200);
    rows(REGISTER, id, "").body("items[0].errors.code", not(hasItem("UNKNOWN_CODE")));
  }

  @Test
  void aMedicareNumberInACellIsMaskedAndSealedAndGoesWithTheCorrection() {
    String id =
        upload(
                INCIDENTS,
                "Agent / staff name,Agent NPN,Role,Date of occurrence,Date agency became aware,State,How did the contact take place,Who raised the issue,Type of non-compliance,What happened,# of beneficiaries,Was a beneficiary harmed? (Y/N),Result of investigation\r\n"
                    + "Dana Whitfield,6657085,Agent,10/12/2026,10/13/2026,AZ,Inbound call,Secret shop,Enrolled without consent,"
                    + TEXT
                    + ",1,Y,Pending\r\n",
                Map.of("mode", "COMMIT"))
            .body("status", equalTo("REJECTED"))
            .body("errors.code", contains("PERSONAL_DATA_REFUSED"))
            .extract()
            .path("id");
    String masked = "Dana told [MBI] that the plan has no premium at all.";
    rows(INCIDENTS, id, "?faulty=true")
        .body("items[0].cells.find { it.field == 'description' }.text", equalTo(masked))
        .body("items[0].cells.find { it.field == 'description' }.masked", equalTo(true))
        .body("items[0].cells.text", everyItem(not(containsString("1EG4"))));
    assertThat(
            crowd.count(
                "select count(*) from sheet_import_row where import_id = ? and sealed like '%Dana%'",
                UUID.fromString(id)))
        .isZero();
    assertThat(
            crowd.count(
                "select count(*) from sheet_import_file where import_id = ? and sealed not like '%Dana%'",
                UUID.fromString(id)))
        .isPositive();

    correct(INCIDENTS, id, "*", "COMMIT", row(2, cell("description", masked)))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(1));
    api.as(reporter).get("/v1/incidents").then().body("items", hasSize(1));
    // What is kept is found again when the key is changed.
    assertThat(sealed.stream().map(SealedRows::name))
        .contains("Files of uploads", "Rows of uploads", "Corrections of uploads");
    sealed.forEach(rows -> assertThat(rows.resealSome(1)).isZero());
  }

  @Test
  void manyFaultyRowsArePagedAndAllOfThemCorrected() {
    int many = 450;
    StringBuilder sheet = new StringBuilder(HEADER);
    for (int i = 0; i < many; i++) {
      sheet
          .append(FAULTY.replace("Lone Star", "Star " + i).replace("123-45-6789", ""))
          .append(
              i % 2 == 0
                  ? SOUND
                      .replace("Keystone Media", "Stone " + i)
                      .replace("15693069", "" + (20_000 + i))
                      .replace("54-4873297", "")
                  : "");
    }
    String id = upload(REGISTER, sheet.toString(), Map.of()).extract().path("id");
    int corrected = 0;
    for (int round = 0; round < 4; round++) {
      List<Integer> faulty =
          rows(REGISTER, id, "?faulty=true&limit=200").extract().path("items.row");
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int row : faulty) {
        rows.add(row(row, cell("npn", "" + (900_000 + row)), cell("state", "FL")));
      }
      corrected += rows.size();
      correct(REGISTER, id, "*", "DRY_RUN", rows).body("correctedRows", equalTo(corrected));
    }
    assertThat(corrected).isEqualTo(many);
    correct(REGISTER, id, "*", "COMMIT")
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(many + many / 2));
  }

  @SafeVarargs
  private static Map<String, Object> row(int row, Map<String, Object>... cells) {
    return Map.of("row", row, "cells", List.of(cells));
  }

  private static Map<String, Object> leftOut(int row) {
    return Map.of("row", row, "leaveOut", true);
  }

  private static Map<String, Object> cell(String field, String text) {
    return text == null ? Map.of("field", field) : Map.of("field", field, "text", text);
  }

  @SafeVarargs
  private ValidatableResponse correct(
      String path, String id, String version, String mode, Map<String, Object>... rows) {
    return correct(path, id, version, mode, List.of(rows));
  }

  private ValidatableResponse correct(
      String path, String id, String version, String mode, List<Map<String, Object>> rows) {
    return api.as(reporter)
        .header("If-Match", version)
        .contentType("application/json")
        .body(Map.of("mode", mode, "rows", rows))
        .post(path + "/" + id + "/corrections")
        .then();
  }

  private ValidatableResponse rows(String path, String id, String query) {
    return api.as(reporter).get(path + "/" + id + "/rows" + query).then().statusCode(200);
  }

  private byte[] workbook(String path, String id) {
    return api.as(reporter)
        .get(path + "/" + id + "/marked-workbook")
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private ValidatableResponse upload(String path, String csv, Map<String, String> parts) {
    return send(path, csv.getBytes(UTF_8), parts);
  }

  private ValidatableResponse send(String path, byte[] file, Map<String, String> parts) {
    var request = api.as(reporter).multiPart("file", "sheet", file, "application/octet-stream");
    parts.forEach(request::multiPart);
    return request.post(path).then().statusCode(201);
  }
}

package app.upline.relationship;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sheet in the form agencies send today, on its way into the register and out again. */
@Tag("engine")
@MicronautTest(transactional = false)
class UploadTest {

  private static final String HEADER =
      "Form\r\n\r\n"
          + "Name of Subcontractor / TPMO (legal),Type of entity,NPN,Tax ID (EIN),Services"
          + " provided,Street,City,ST,Zip,Contact,E-mail,Web site(s),Start date,Term date,Offshore?"
          + " (Y/N)\r\n";
  private static final String SOUND =
      "  Keystone  Media  Inc. ,General Agency,15693069,54-4873297,Sales / Marketing,1 Main"
          + " St,Boston,ma,2108,Desk,DESK@KEYSTONE.EXAMPLE,www.keystone.example,12/15/2021,,n\r\n";
  private static final String FAULTY =
      "Lone Star LLC,Call Center,,123-45-6789,Sales,1 Main St,Tampa,ZZ,33602,Desk,not an"
          + " address,,13/45/2024,,Y\r\n";

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject Vault vault;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void everyFaultOfEveryRowIsToldWithItsCellAndNothingIsWritten() {
    upload(HEADER + SOUND + FAULTY, "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("errors.cell", contains("C5", "D5", "H5", "K5", "M5", "O5"))
        .body(
            "errors.code",
            contains(
                "NPN_REQUIRED",
                "SSN_REFUSED",
                "UNKNOWN_CODE",
                "INVALID_EMAIL",
                "INVALID_DATE",
                "OFFSHORE_DETAILS_REQUIRED"));
    as().get("/v1/relationships").then().body("items", hasSize(0));
  }

  @Test
  void whatPeopleTypeIsReadRightAndASecondUploadChangesNothing() {
    upload(HEADER + SOUND, "COMMIT").body("status", equalTo("APPLIED")).body("created", equalTo(1));
    as().get("/v1/relationships?q=keystone")
        .then()
        .statusCode(200)
        .body("items[0].legalName", equalTo("Keystone Media Inc."))
        .body("items[0].address.zip", equalTo("02108"))
        .body("items[0].address.state", equalTo("MA"))
        .body("items[0].functions", contains("SALES", "MARKETING"))
        .body("items[0].contact.email", equalTo("desk@keystone.example"))
        .body("items[0].websites", contains("https://www.keystone.example"))
        .body("items[0].startDate", equalTo("2021-12-15"));
    upload(HEADER + SOUND, "COMMIT").body("created", equalTo(0)).body("unchanged", equalTo(1));
  }

  @Test
  void aDryRunTellsWhatWouldHappenAndWritesNothing() {
    upload(HEADER + SOUND, "DRY_RUN")
        .body("status", equalTo("CHECKED"))
        .body("created", equalTo(1));
    as().get("/v1/relationships").then().body("items", hasSize(0));
  }

  @Test
  void anExportUploadedAgainChangesNothing() {
    upload(HEADER + SOUND, "COMMIT");
    for (String format : new String[] {"XLSX", "CSV"}) {
      byte[] export = as().get("/v1/relationships/export?format=" + format).asByteArray();
      send(export, "COMMIT")
          .body("status", equalTo("APPLIED"))
          .body("unchanged", equalTo(1))
          .body("changed", equalTo(0));
    }
  }

  @Test
  void aPossibleDuplicateIsReportedAndNotDoubled() {
    upload(HEADER + SOUND, "COMMIT");
    upload(HEADER + SOUND.replace("1 Main St", "2 Main St"), "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("errors.code", contains("POSSIBLE_DUPLICATE"));
  }

  @Test
  void anotherAgencysUploadIsNotFound() {
    String id = upload(HEADER + FAULTY, "COMMIT").extract().path("id");
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    for (String path : new String[] {"", "/errors", "/marked-workbook"}) {
      as().get("/v1/relationship-imports/" + id + path).then().statusCode(200);
      as(stranger).get("/v1/relationship-imports/" + id + path).then().statusCode(404);
    }
  }

  @Test
  void whatAnEarlierVersionTookInAndThisOneRefusesIsNotMarkedAndSaysWhy() {
    String id = upload(HEADER + FAULTY, "COMMIT").extract().path("id");
    String place = "sheet_import_file/%s/%s/0".formatted(reporter.organizationId(), id);
    Sealed sealed = vault.seal(new byte[] {0, 1, 2, 3}, place);
    crowd.run(
        "update sheet_import_file set key_version = ?, sealed = ? where import_id = ?",
        sealed.keyVersion(),
        sealed.bytes(),
        UUID.fromString(id));

    as().get("/v1/relationship-imports/" + id + "/marked-workbook")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:upline:problem:not-found"))
        .body("detail", containsString("not taken in any more"))
        .body("detail", containsString("/errors"));
    as().get("/v1/relationship-imports/" + id + "/errors").then().statusCode(200);
  }

  @Test
  void whatIsNoWorkbookIsRefusedInItsOwnWords() {
    as().multiPart("file", "sheet.xlsx", new byte[] {0, 1, 2, 3}, "application/octet-stream")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:not-a-workbook"));
  }

  private ValidatableResponse upload(String csv, String mode) {
    return send(csv.getBytes(UTF_8), mode);
  }

  private ValidatableResponse send(byte[] file, String mode) {
    return as().multiPart("file", "relationships", file, "application/octet-stream")
        .multiPart("mode", mode)
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201);
  }

  private RequestSpecification as() {
    return as(reporter);
  }

  private RequestSpecification as(TestUser person) {
    return given()
        .baseUri(server.getURL().toString())
        .filter(ContractFilter.ofContract())
        .header("Authorization", "Bearer " + person.accessToken());
  }
}

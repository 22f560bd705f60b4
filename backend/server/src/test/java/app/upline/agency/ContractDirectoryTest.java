package app.upline.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CMS's directory of contracts: loaded, replaced, searched, checked against. */
@Tag("engine")
@MicronautTest(transactional = false)
class ContractDirectoryTest {

  /** Of the same form as CMS's, columns in another order and some that are not read. */
  private static final String DIRECTORY =
      """
      "Legal Entity Name","Organization Marketing Name","Contract Number","Organization Type","Plan Type","Contract Effective Date","Tax Status","Parent Organization","Enrollment","Directory Contact Last Name"
      "GRANITE MUTUAL OF OHIO, INC.","Granite Mutual Medicare","H9001","Local CCP","HMO/HMOPOS","01/01/2020","For Profit","Granite Mutual Holding","61,938","Doe"
      "GRANITE MUTUAL OF MAINE, INC.","Granite Mutual Medicare","H9010","Local CCP","Local PPO","01/01/2021","For Profit","Granite Mutual Holding","","Doe"
      "SUMMIT PEAK PACE","","X0001","National PACE","National PACE","05/01/2015","For Profit","Summit Peak","15","Doe"
      "SUMMIT PEAK COST PLAN","Summit Peak","90091","1876 Cost","1876 Cost","","For Profit","Summit Peak","*","Doe"
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject ContractDirectory directory;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser administrator;
  private TestUser reporter;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void theFileOfCmsIsLoadedWithWhoAndWhenAndItsHash() {
    upload(DIRECTORY)
        .body("status", equalTo("LOADED"))
        .body("contractCount", equalTo(4))
        .body("contentSha256.length()", equalTo(64))
        .body("current", equalTo(true));
    api.as(administrator)
        .get("/v1/contract-directory")
        .then()
        .statusCode(200)
        .body("loaded", equalTo(true))
        .body("loadedBy", equalTo("Sam Sample"));
    api.as(reporter)
        .get("/v1/contracts?carrierId=" + carrier)
        .then()
        .statusCode(200)
        .body("items.number", contains("90091", "H9001", "H9010", "X0001"))
        .body("items[1].effectiveDate", equalTo("2020-01-01"));
  }

  @Test
  void contractsAreFoundByWordsOfTheirNamesAndBeginningsOfTheirNumbersAPageAtATime() {
    upload(DIRECTORY);
    String first =
        api.as(administrator)
            .get("/v1/contracts?q=gran hold&limit=1")
            .then()
            .statusCode(200)
            .body("items.number", contains("H9001"))
            .extract()
            .path("nextCursor");
    api.as(administrator)
        .get("/v1/contracts?q=gran hold&limit=1&cursor=" + first)
        .then()
        .body("items.number", contains("H9010"))
        .body("nextCursor", equalTo(null));
    api.as(administrator)
        .get("/v1/contracts?number=h901")
        .then()
        .body("items.number", contains("H9010"));
    api.as(administrator).get("/v1/contracts?number=H9%25").then().statusCode(400);
  }

  @Test
  void aNewOneTakesThePlaceOfTheEarlierOneWhole() {
    String earlier = upload(DIRECTORY).extract().path("id");
    upload("Contract Number,Legal Entity Name\nh7777,Newcomer Inc.\n")
        .body("status", equalTo("LOADED"));
    assertThat(directory.check(carrier, "H7777"))
        .isInstanceOfSatisfying(
            ContractCheck.Known.class,
            known -> assertThat(known.contract().organization()).isEqualTo("Newcomer Inc."));
    assertThat(directory.check(carrier, "H9001")).isInstanceOf(ContractCheck.Unknown.class);
    api.as(administrator)
        .get("/v1/contract-directory-imports")
        .then()
        .body("items", hasSize(2))
        .body("items.current", contains(true, false))
        .body("items[1].id", equalTo(earlier));
  }

  @Test
  void aFaultyFileIsRejectedWithEveryFaultAndChangesNothing() {
    upload(DIRECTORY);
    String id =
        upload(
                """
                Contract Number,Legal Entity Name,Contract Effective Date
                H12,Short Inc.,01/01/2020
                H9001,,
                H9002,Twice Inc.,13/45/2020
                H9002,Twice Inc.,
                """)
            .body("status", equalTo("REJECTED"))
            .body("faultCount", equalTo(4))
            .body(
                "faults.code",
                contains("INVALID_CONTRACT_NUMBER", "REQUIRED", "INVALID_DATE", "DUPLICATE"))
            .body("faults.cell", contains("A2", "B3", "C4", "A5"))
            .extract()
            .path("id");
    api.as(administrator)
        .get("/v1/contract-directory-imports/" + id)
        .then()
        .statusCode(200)
        .body("faults", hasSize(4))
        .body("current", equalTo(false));
    assertThat(directory.check(carrier, "H9010")).isInstanceOf(ContractCheck.Known.class);
    upload("Legal Entity Name,Parent Organization,Plan Type\nNobody,,\n")
        .body("faults.code", contains("COLUMN_MISSING"));
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    api.as(administrator)
        .multiPart("file", "page.csv", "<html></html>".getBytes(UTF_8), "text/csv")
        .post("/v1/contract-directory-imports")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:not-a-workbook"));
  }

  @Test
  void anUnknownNumberIsAnsweredWithTheNearestAndNeverPassed() {
    assertThat(directory.check(carrier, "H9001")).isInstanceOf(ContractCheck.NotLoaded.class);
    upload(DIRECTORY);
    Map<String, ContractCheck> checks =
        directory.check(carrier, List.of("H9001", " x0001", "H9100", "Z5555"));
    assertThat(checks.get("H9001")).isInstanceOf(ContractCheck.Known.class);
    assertThat(checks.get(" x0001")).isInstanceOf(ContractCheck.Known.class);
    assertThat(checks.get("H9100"))
        .isInstanceOfSatisfying(
            ContractCheck.Unknown.class,
            unknown ->
                assertThat(unknown.nearest())
                    .extracting(Contract::number)
                    .startsWith("H9010")
                    .contains("H9001"));
    assertThat(checks.get("Z5555")).isEqualTo(new ContractCheck.Unknown(List.of()));
  }

  @Test
  void anIncidentWithAnUnknownNumberIsSavedWithAWarningThatNamesTheNearest() {
    String patch = "{\"plan\": {\"contractNumber\": \"H9100\"}}";
    record(patch).body("warnings", hasSize(0));
    upload(DIRECTORY);
    record(patch)
        .body("warnings.code", hasItem("UNKNOWN_CONTRACT"))
        .body(
            "warnings.find { it.code == 'UNKNOWN_CONTRACT' }.message",
            containsString("H9010 (Granite Mutual Medicare)"));
    record("{\"plan\": {\"contractNumber\": \"X0001\"}}")
        .body("warnings.code", not(hasItem("UNKNOWN_CONTRACT")));
  }

  @Test
  void oneCarriersDirectoryIsNeverAnothers() {
    String id = upload(DIRECTORY).extract().path("id");
    TestUser other = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    api.as(other).get("/v1/contract-directory-imports/" + id).then().statusCode(404);
    api.as(other).get("/v1/contract-directory-imports").then().body("items", hasSize(0));
    api.as(other).get("/v1/contracts").then().statusCode(200).body("items", hasSize(0));
    api.as(other).get("/v1/contracts?carrierId=" + carrier).then().statusCode(404);
    assertThat(directory.check(other.organizationId(), "H9001"))
        .isInstanceOf(ContractCheck.NotLoaded.class);
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    api.as(stranger).get("/v1/contract-directory?carrierId=" + carrier).then().statusCode(404);
    api.as(stranger).get("/v1/contracts").then().statusCode(400);
  }

  private ValidatableResponse record(String patch) {
    return api.as(reporter)
        .contentType("application/json")
        .body(IncidentJson.of(carrier, patch))
        .post("/v1/incidents")
        .then()
        .statusCode(201);
  }

  private ValidatableResponse upload(String csv) {
    return api.as(administrator)
        .multiPart("file", "directory.csv", csv.getBytes(UTF_8), "text/csv")
        .post("/v1/contract-directory-imports")
        .then()
        .statusCode(201);
  }
}

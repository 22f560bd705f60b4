package app.upline.agency;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A carrier announces what it will ask, and agencies read it. */
@Tag("engine")
@MicronautTest(transactional = false)
class ReportingPolicyTest {

  private static final LocalDate NEXT = LocalDate.now().plusMonths(2).withDayOfMonth(1);
  private static final String WORDING = "I attest to what this says, accurate and complete.";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser administrator;
  private TestUser reporter;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier =
        organizations.addCarrier(
            "Carrier " + UUID.randomUUID(),
            ZoneId.of("America/New_York"),
            new ReportingPolicy(
                LocalDate.of(2020, 1, 1),
                "LAST_DAY",
                false,
                ReportingPolicy.Notice.AS_CHANGES_OCCUR,
                null,
                false,
                "v1",
                WORDING));
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void whatIsAnnouncedIsReadByTheAgencyButNotWhoAnnouncedIt() {
    announce(NEXT, "v2", "Another wording, for a later time.").statusCode(201);
    list(administrator).body("items[0].announcedBy", equalTo("Sam Sample"));
    list(reporter)
        .body("items.standing", equalTo(List.of("ANNOUNCED", "IN_FORCE")))
        .body("items[0].policy.graceDays", equalTo(3))
        .body("items[0].policy.reminderDays", equalTo(List.of(7, 1)))
        .body("items[0].policy.mailbox", equalTo("tpmo@carrier.example"))
        .body("items[0].announcedBy", nullValue())
        .body("items[0].announcedAt", notNullValue());
    api.as(reporter)
        .get("/v1/carriers/" + carrier)
        .then()
        .statusCode(200)
        .body("policy.attestationVersion", equalTo("v1"));
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    post("""
        {"effectiveFrom": "2020-01-15", "incidentDueDay": "29", "relationshipNotice": "WITHIN_DAYS", "graceDays": 60,
         "reminderDays": [1, 1], "mailbox": "nobody", "attestationVersion": "v 1", "attestationWording": "Too short"}
        """)
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder(
                "NOT_IN_FUTURE",
                "INVALID_DUE_DAY",
                "REQUIRED",
                "REQUIRED",
                "OUT_OF_RANGE",
                "OUT_OF_RANGE",
                "OUT_OF_RANGE",
                "INVALID_EMAIL",
                "INVALID_VERSION",
                "LENGTH"));
  }

  @Test
  void beforeItIsAnnouncedItsFirstMonthsAreSeen() {
    LocalDate second = NEXT.plusMonths(1);
    preview(
            "{\"effectiveFrom\": \"%s\", \"incidentDueDay\": \"15\", \"graceDays\": 3}"
                .formatted(NEXT))
        .statusCode(200)
        .body("months", hasSize(6))
        .body("months[0].period", equalTo(NEXT.toString().substring(0, 7)))
        .body("months[0].dueDate", equalTo(second.withDayOfMonth(15).toString()))
        .body("months[0].graceEndsOn", equalTo(second.withDayOfMonth(18).toString()));
    preview("{\"effectiveFrom\": \"%s\", \"incidentDueDay\": \"LAST_DAY\"}".formatted(NEXT))
        .body("months[0].dueDate", equalTo(second.minusDays(1).toString()))
        .body("months[0].graceEndsOn", equalTo(second.minusDays(1).toString()));
    list(administrator).body("items", hasSize(1));
    preview("{\"effectiveFrom\": \"2020-01-15\", \"incidentDueDay\": \"29\", \"graceDays\": 60}")
        .statusCode(422)
        .body(
            "errors.code", containsInAnyOrder("NOT_IN_FUTURE", "INVALID_DUE_DAY", "OUT_OF_RANGE"));
  }

  private ValidatableResponse preview(String body) {
    return api.as(administrator)
        .contentType("application/json")
        .body(body)
        .post("/v1/reporting-policy-previews")
        .then();
  }

  @Test
  void aPolicyGovernsWholeMonths() {
    announce(NEXT.plusDays(1), "v1", WORDING)
        .statusCode(422)
        .body("errors.code", hasItem("NOT_FIRST_OF_MONTH"));
    announce(NEXT.plusYears(3), "v1", WORDING)
        .statusCode(422)
        .body("errors.code", hasItem("TOO_FAR_AHEAD"));
  }

  @Test
  void aVersionNamesOneWordingForEver() {
    announce(NEXT, "v1", "Another wording under the old name.")
        .statusCode(422)
        .body("errors.code", hasItem("VERSION_TAKEN"));
    announce(NEXT, "v1", WORDING).statusCode(201);
    announce(NEXT, "v1", WORDING).statusCode(422).body("errors.code", hasItem("ALREADY_ANNOUNCED"));
  }

  @Test
  void whatIsAnnouncedCanBeWithdrawnAndWhatAppliesCanNot() {
    String tag = announce(NEXT, "v1", WORDING).statusCode(201).extract().header("ETag");
    withdraw(NEXT, "\"stale\"").statusCode(412);
    withdraw(NEXT, tag).statusCode(204);
    list(reporter).body("items", hasSize(1));
    LocalDate first = LocalDate.of(2020, 1, 1);
    String inForce =
        api.as(administrator)
            .get("/v1/carriers/" + carrier + "/policies/" + first)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    withdraw(first, inForce)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
  }

  @Test
  void strangersFindNoPolicies() {
    for (TestUser stranger :
        new TestUser[] {
          crowd.someone(Role.AGENCY_REPORTER), crowd.someone(Role.CARRIER_ADMINISTRATOR)
        }) {
      api.as(stranger).get("/v1/carriers/" + carrier + "/policies").then().statusCode(404);
      api.as(stranger)
          .get("/v1/carriers/" + carrier + "/policies/2020-01-01")
          .then()
          .statusCode(404);
    }
    api.as(crowd.someone(Role.CARRIER_ADMINISTRATOR))
        .contentType("application/json")
        .body(body(NEXT, "v1", WORDING))
        .post("/v1/carriers/" + carrier + "/policies")
        .then()
        .statusCode(404);
    list(administrator).body("items", hasSize(1));
  }

  private ValidatableResponse announce(LocalDate from, String version, String wording) {
    return post(body(from, version, wording));
  }

  private ValidatableResponse post(String body) {
    return api.as(administrator)
        .contentType("application/json")
        .body(body)
        .post("/v1/carriers/" + carrier + "/policies")
        .then();
  }

  private static String body(LocalDate from, String version, String wording) {
    return """
        {"effectiveFrom": "%s", "incidentDueDay": "15", "nilIncidentReportWanted": true, "relationshipNotice": "WITHIN_DAYS",
         "relationshipNoticeDays": 30, "noRelationshipsDeclarationWanted": true, "graceDays": 3, "reminderDays": [1, 7],
         "mailbox": "tpmo@carrier.example", "attestationVersion": "%s", "attestationWording": "%s"}
        """
        .formatted(from, version, wording);
  }

  private ValidatableResponse withdraw(LocalDate from, String tag) {
    return api.as(administrator)
        .header("If-Match", tag)
        .noContentType()
        .post("/v1/carriers/" + carrier + "/policies/" + from + "/withdraw")
        .then();
  }

  private ValidatableResponse list(TestUser person) {
    return api.as(person).get("/v1/carriers/" + carrier + "/policies").then().statusCode(200);
  }
}

package app.upline.period;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who still owes whom a word on its relationships. */
@Tag("engine")
@MicronautTest(transactional = false)
class RelationshipStandingTest {

  private static final String RELATIONSHIP =
      """
      {"legalName": "Cattail Leads LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "%s",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submitting;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;
  private LocalDate today;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    today = LocalDate.now(ZoneId.of("America/New_York"));
  }

  @Test
  void whatIsNotToldIsOverdueOnTheDayAfterTheLast() {
    notice("'WITHIN_DAYS'", "30", false);
    record(today.minusDays(3));
    record(today.minusDays(30));
    of(reporter)
        .body("items.status", contains("TO_DISCLOSE"))
        .body("items[0].undisclosed.count", equalTo(2))
        .body("items[0].undisclosed.oldestKnownOn", equalTo(today.minusDays(30).toString()))
        .body("items[0].undisclosed.dueOn", equalTo(today.toString()));
    record(today.minusDays(31));
    of(reporter)
        .body("items.status", contains("OVERDUE"))
        .body("items[0].why", containsString("3 changes are not disclosed"));
  }

  @Test
  void withoutDaysThereIsNoDayAfterWhichItIsOverdue() {
    record(today.minusYears(1));
    of(reporter)
        .body("items.status", contains("TO_DISCLOSE"))
        .body("items[0].why", containsString("as changes occur"))
        .body("items[0].undisclosed.dueOn", nullValue());
  }

  @Test
  void aCarrierSeesWhatItWasToldAndNothingOfWhatItWasNot() {
    record(today.minusYears(1));
    of(analyst)
        .body("items", hasSize(1))
        .body("items.status", contains("NOTHING_DISCLOSED"))
        .body("items[0]", not(hasKey("undisclosed")));
    submitting.register(agency, carrier);
    of(analyst)
        .body("items.status", contains("DISCLOSED"))
        .body("items[0].lastDisclosedAt", notNullValue());
    of(reporter).body("items.status", contains("DISCLOSED"));
    record(today);
    of(analyst).body("items.status", contains("DISCLOSED"));
    of(reporter).body("items.status", contains("TO_DISCLOSE"));
    of(crowd.someone(Role.CARRIER_ANALYST, crowd.carrier())).body("items", hasSize(0));
  }

  @Test
  void aDeclarationOfNoRelationshipsIsOwedWhereThePolicyWantsOneUntilItIsMade() {
    notice("'AS_CHANGES_OCCUR'", "null", true);
    of(reporter).body("items.status", contains("DECLARATION_OWED"));
    of(analyst).body("items.status", contains("DECLARATION_OWED"));
    submitting.register(agency, carrier);
    of(reporter).body("items.status", contains("DISCLOSED"));
    of(analyst).body("items.status", contains("DISCLOSED"));
  }

  @Test
  void whatIsReturnedWaitsForACorrection() {
    record(today);
    String submission = submitting.register(agency, carrier);
    api.as(crowd.someone(Role.CARRIER_REVIEWER, carrier))
        .header("If-Match", "\"2\"")
        .contentType("application/json")
        .body("{\"message\": \"See the contact.\"}")
        .post("/v1/submissions/" + submission + "/return")
        .then()
        .statusCode(200);
    of(reporter).body("items.status", contains("RETURNED"));
    of(analyst).body("items.status", contains("RETURNED"));
  }

  @Test
  void theyAreFoundByHowTheyStandAndWithWhom() {
    UUID other = crowd.carrier();
    organizations.contract(agency, other);
    record(today);
    submitting.register(agency, carrier);
    found(reporter, "status=DISCLOSED").body("items.carrier.id", contains(carrier.toString()));
    found(reporter, "status=TO_DISCLOSE").body("items.carrier.id", contains(other.toString()));
    found(reporter, "carrierId=" + other).body("items.status", contains("TO_DISCLOSE"));
    found(reporter, "carrierId=" + other + "&status=DISCLOSED").body("items", hasSize(0));
    found(analyst, "status=DISCLOSED").body("items.agency.id", contains(agency.toString()));
    found(analyst, "agencyId=" + agency + "&status=OVERDUE").body("items", hasSize(0));
  }

  @Test
  void oneThatTheCallerHasNothingToDoWithIsNotFound() {
    api.as(analyst)
        .get("/v1/relationship-standings?agencyId=" + crowd.agency())
        .then()
        .statusCode(404);
    api.as(reporter)
        .get("/v1/relationship-standings?carrierId=" + crowd.carrier())
        .then()
        .statusCode(404);
  }

  private ValidatableResponse found(TestUser person, String query) {
    return api.as(person).get("/v1/relationship-standings?" + query).then().statusCode(200);
  }

  private ValidatableResponse of(TestUser person) {
    return api.as(person).get("/v1/relationship-standings").then().statusCode(200);
  }

  private void notice(String notice, String days, boolean declaration) {
    crowd.run(
        "update reporting_policy set relationship_notice = %s, relationship_notice_days = %s, no_relationships_declaration_wanted = %s where carrier_id = ?"
            .formatted(notice, days, declaration),
        carrier);
  }

  private void record(LocalDate knownOn) {
    api.as(reporter)
        .contentType("application/json")
        .body(RELATIONSHIP.formatted(knownOn).replace("Cattail", "Cattail " + UUID.randomUUID()))
        .post("/v1/relationships")
        .then()
        .statusCode(201);
  }
}

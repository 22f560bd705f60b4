package app.upline.submission;

import static app.upline.submission.Reporting.known;
import static app.upline.submission.Reporting.knownToday;
import static app.upline.submission.Reporting.lastMonth;
import static app.upline.submission.Reporting.thisMonth;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A record entered by mistake: not owed to carriers that never heard of it, and taken back from
 * others.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class VoidingTest {

  private static final String REASON = "{\"reason\": \"Entered twice by mistake\"}";

  private static final String FOUNDED =
      "\"investigation\": {\"status\": \"CLOSED\", \"outcome\": \"FOUNDED\", \"rootCause\": \"TRAINING_GAP\"}";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, true);
  }

  @Test
  void whatWasNeverDisclosedIsOwedToNobodyAndCountsNowhere() {
    String mistake = us.incident(knownToday("\"ownReference\": \"CASE-1\", " + FOUNDED));
    month(us.reporter()).body("items[0].counts.undisclosed", equalTo(1));
    voided(mistake)
        .statusCode(200)
        .body("voidReason", equalTo("Entered twice by mistake"))
        .body("revision", equalTo(2));

    list("undisclosed=true").body("items", empty());
    list("voided=false").body("items", empty());
    list("voided=true").body("items.id", contains(mistake));
    list("q=CASE-1").body("items.id", contains(mistake));
    month(us.reporter())
        .body("items[0].status", equalTo("DUE"))
        .body("items[0].counts.recorded", equalTo(0))
        .body("items[0].counts.undisclosed", equalTo(0));
    us.draft("").statusCode(409).body("type", equalTo("urn:upline:problem:nothing-to-disclose"));
    us.selected(mistake).statusCode(409);
    us.as(us.reporter())
        .get("/v1/agency-figures")
        .then()
        .statusCode(200)
        .body("incidents.total", equalTo(0));
    us.as(us.reporter())
        .get("/v1/incidents/export?format=CSV")
        .then()
        .statusCode(200)
        .body(containsString("Reference"))
        .body(not(containsString("CASE-1")));

    // another takes its reference, and is neither a duplicate nor a repeat of it
    String again = us.incident(knownToday("\"ownReference\": \"CASE-1\", " + FOUNDED));
    us.as(us.reporter())
        .get("/v1/incidents/" + again + "/possible-duplicates")
        .then()
        .body("items", empty());
    us.as(us.reporter())
        .get("/v1/incidents/" + again)
        .then()
        .body("derived.repeat", equalTo(false));
    step(us.reporter(), "incidents", mistake, "restore", null)
        .statusCode(422)
        .body("errors.code", contains("OWN_REFERENCE_TAKEN"));
  }

  @Test
  void aMonthWhoseOnlyIncidentWasAMistakeMayBeDeclaredNil() {
    String mistake = us.incident(known(lastMonth().atDay(1), ""));
    us.declareNil(lastMonth(), "").statusCode(409);
    voided(mistake).statusCode(200);
    us.declareNil(lastMonth(), "").statusCode(201);
    month(us.reviewer(), lastMonth()).body("items[0].status", equalTo("NIL_DECLARED"));
  }

  @Test
  void nothingOfAVoidedRecordChangesUntilItIsRestored() {
    String incident = us.incident(knownToday(""));
    step(us.reporter(), "incidents", incident, "restore", null).statusCode(409);
    step(us.reporter(), "incidents", incident, "void", "{\"reason\": \"Of 1EG4-TE5-MK73\"}")
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    step(us.attester(), "incidents", incident, "void", REASON).statusCode(403);
    us.as(us.reporter())
        .contentType("application/json")
        .body(REASON)
        .post("/v1/incidents/" + incident + "/void")
        .then()
        .statusCode(428);
    voided(incident).statusCode(200);
    voided(incident).statusCode(409);
    us.change(incident, "{\"state\": \"TX\"}")
        .statusCode(409)
        .body("detail", containsString("restore it first"));
    String reference = us.as(us.reporter()).get("/v1/incidents/" + incident).path("reference");
    us.as(us.reporter())
        .contentType("application/json")
        .body(
            "{\"mode\": \"DRY_RUN\", \"incidents\": [{\"reference\": \"%s\", \"state\": \"TX\"}]}"
                .formatted(reference))
        .post("/v1/incident-batches")
        .then()
        .statusCode(422)
        .body("errors.code", contains("VOIDED"));

    step(us.reporter(), "incidents", incident, "restore", null)
        .statusCode(200)
        .body("voidReason", nullValue())
        .body("revision", equalTo(3));
    us.change(incident, "{\"state\": \"TX\"}").statusCode(200);
    us.as(us.reporter())
        .get("/v1/incidents/" + incident + "/differences?fromRevision=1&toRevision=2")
        .then()
        .statusCode(200)
        .body("differences.pointer", contains("/voidReason"));
  }

  @Test
  void whatWasDisclosedIsTakenBackByTheNextDisclosureAndTheHistoryKeepsIt() {
    String earlier = us.incident(knownToday(FOUNDED));
    String later = us.incident(knownToday("\"state\": \"TX\", " + FOUNDED));
    String first = us.submitted();
    triage().body("items.repeated", contains(true, true));
    figures().body("incidents.total", equalTo(2));

    voided(earlier).statusCode(200);
    // not told yet: the carrier holds what it was told
    us.held("").body("items", hasSize(2));
    month(us.reviewer()).body("items[0].counts.submitted", equalTo(2));
    list("undisclosed=true").body("items.id", contains(earlier));

    String second = us.drafted("");
    us.items(us.reporter(), second)
        .body("items.changeType", contains("VOIDED"))
        .body("items[0].differences.pointer", contains("/voidReason"))
        .body("items[0].incident.voidReason", equalTo("Entered twice by mistake"));
    String hash =
        us.submit(second)
            .statusCode(200)
            .body("counts.voided", equalTo(1))
            .body("counts.changed", equalTo(0))
            .extract()
            .path("contentSha256");
    us.as(us.reviewer())
        .contentType("application/json")
        .body("{\"contentSha256\": \"%s\"}".formatted(hash))
        .post("/v1/submissions/" + second + "/receipt-verifications")
        .then()
        .body("valid", equalTo(true));
    us.as(us.reviewer()).get("/v1/submissions/" + first + "/receipt").then().statusCode(200);

    us.held("").body("items.incident.id", contains(later));
    us.as(us.reviewer()).get("/v1/disclosed-incidents/" + earlier).then().statusCode(404);
    us.as(us.reviewer())
        .get("/v1/disclosed-incidents/" + earlier + "/disclosures")
        .then()
        .statusCode(200)
        .body("items.changeType", contains("VOIDED", "ADDED"));
    us.items(us.reviewer(), first).body("items.changeType", contains("ADDED", "ADDED"));
    triage().body("items.incidentId", contains(later)).body("items[0].repeated", equalTo(false));
    figures().body("incidents.total", equalTo(1));
    month(us.reviewer()).body("items[0].counts.submitted", equalTo(1));
    cmsList().body("items", hasSize(1));
    list("undisclosed=true").body("items", empty());
    us.draft("").statusCode(409);
    us.selected(earlier).statusCode(409);
  }

  @Test
  void aMonthOfWhichNothingStandsWasReportedNevertheless() {
    String mistake = us.incident(knownToday(""));
    us.submitted();
    voided(mistake).statusCode(200);
    us.acknowledge(us.submitted()).statusCode(200);
    month(us.reviewer())
        .body("items[0].status", equalTo("SUBMITTED_ON_TIME"))
        .body("items[0].counts.submitted", equalTo(0));
    month(us.reporter()).body("items[0].status", equalTo("SUBMITTED_ON_TIME"));
  }

  @Test
  void aVoidingThatIsWithdrawnBeforeTheReviewLeavesTheCarrierWithWhatItHeld() {
    String incident = us.incident(knownToday(""));
    us.submitted();
    voided(incident).statusCode(200);
    String second = us.submitted();
    triage().body("items", empty());
    us.withdraw(second).statusCode(200);
    us.held("").body("items.incident.id", contains(incident));
    triage().body("items.incidentId", contains(incident)).body("items[0].state", equalTo("NEW"));
    list("undisclosed=true").body("items.id", contains(incident));
    us.submitted();
    us.held("").body("items", empty());
  }

  @Test
  void nobodyIsOwedTheVoidingOfWhatWasWithdrawn() {
    String incident = us.incident(knownToday(""));
    String only = us.submitted();
    voided(incident).statusCode(200);
    us.withdraw(only).statusCode(200);
    list("undisclosed=true").body("items", empty());
    us.draft("").statusCode(409);
    us.held("").body("items", empty());
  }

  @Test
  void aDraftOfWhatWasVoidedSinceIsNotSubmittedAsIfItStood() {
    String mistake = us.incident(knownToday(""));
    String right = us.incident(knownToday("\"state\": \"TX\""));
    String draft = us.drafted("");
    voided(mistake).statusCode(200);
    us.submit(draft).statusCode(409).body("detail", containsString("voided since"));
    us.step(us.reporter(), draft, "refresh", null).statusCode(200);
    us.submit(draft).statusCode(200);
    us.held("").body("items.incident.id", contains(right));
    us.change(right, "{\"state\": \"FL\"}").statusCode(200);
    String followUp = us.drafted("");
    voided(right).statusCode(200);
    us.submit(followUp).statusCode(409);
    us.step(us.reporter(), followUp, "refresh", null).statusCode(200);
    us.items(us.reporter(), followUp).body("items.changeType", contains("VOIDED"));
  }

  @Test
  void theAnswerToAReturnMayBeThatItWasAMistake() {
    String incident = us.incident(knownToday(""));
    String id = us.submitted();
    us.returned(id).statusCode(200);
    voided(incident).statusCode(200);
    us.step(us.reporter(), id, "refresh", null).statusCode(200);
    us.items(us.reporter(), id).body("items.changeType", contains("VOIDED"));
    us.submit(id).statusCode(200);
    us.held("").body("items", empty());
    us.returned(id).statusCode(200);
    us.step(us.reporter(), id, "refresh", null).statusCode(200);
    us.items(us.reporter(), id).body("items.changeType", contains("VOIDED"));
    us.submit(id).statusCode(200);
    us.acknowledge(id).statusCode(200);
    list("undisclosed=true").body("items", empty());
  }

  @Test
  void whatIsRestoredIsOwedOnlyToWhoeverWasToldThatItWasVoided() {
    String incident = us.incident(knownToday(""));
    us.submitted();
    voided(incident).statusCode(200);
    step(us.reporter(), "incidents", incident, "restore", null).statusCode(200);
    list("undisclosed=true").body("items", empty());

    voided(incident).statusCode(200);
    us.submitted();
    step(us.reporter(), "incidents", incident, "restore", null).statusCode(200);
    String id = us.drafted("");
    us.items(us.reporter(), id).body("items.changeType", contains("ADDED"));
    us.submit(id).statusCode(200).body("lateItems", equalTo(0));
    us.held("").body("items.incident.id", contains(incident));
    triage().body("items.incidentId", contains(incident));

    // voided and restored, unseen, while no carrier holds it
    voided(incident).statusCode(200);
    us.submitted();
    step(us.reporter(), "incidents", incident, "restore", null).statusCode(200);
    voided(incident).statusCode(200);
    list("undisclosed=true").body("items", empty());
  }

  @Test
  void aRelationshipThatNeverWasLeavesTheRegistersOfThoseWhoHoldIt() {
    UUID other = crowd.carrier();
    organizations.contract(us.agency(), other);
    String above = relationship("Canyon Wren LLC", null);
    String beneath = relationship("Rock Squirrel LLC", above);
    String id = registerDraft().statusCode(201).extract().path("id");
    us.submit(id).statusCode(200);

    step(us.reporter(), "relationships", above, "void", REASON)
        .statusCode(409)
        .body("detail", containsString("upstream of REL-"));
    step(us.reporter(), "relationships", beneath, "void", REASON)
        .statusCode(200)
        .body("status", equalTo("VOIDED"));
    register("status=VOIDED").body("items.id", contains(beneath));
    register("status=ACTIVE").body("items.id", contains(above));
    register("undisclosedTo=" + other).body("items.id", contains(above));
    register("undisclosedTo=" + us.carrier()).body("items.id", contains(beneath));
    us.as(us.reporter())
        .header("If-Match", "\"2\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Rock Squirrel Inc.\"}")
        .patch("/v1/relationships/" + beneath)
        .then()
        .statusCode(409);

    String second = registerDraft().statusCode(201).extract().path("id");
    us.items(us.reporter(), second).body("items.changeType", contains("VOIDED"));
    us.submit(second).statusCode(200).body("counts.voided", equalTo(1));
    us.as(us.reviewer())
        .get("/v1/disclosed-relationships")
        .then()
        .body("items.relationship.id", contains(above));
    us.as(us.reviewer())
        .get("/v1/disclosed-relationships/" + beneath + "/disclosures")
        .then()
        .statusCode(200)
        .body("items.changeType", contains("VOIDED", "ADDED"));

    // the full list leaves out what the carrier no longer holds
    us.as(us.reporter())
        .contentType("application/json")
        .body(
            "{\"carrierId\": \"%s\", \"kind\": \"RELATIONSHIPS\", \"scope\": \"FULL\"}"
                .formatted(us.carrier()))
        .post("/v1/submissions")
        .then()
        .statusCode(201)
        .body("counts.unchanged", equalTo(1))
        .body("counts.voided", equalTo(0));

    // a new carrier is owed what stands, and voiding has an order that restoring keeps
    UUID third = crowd.carrier();
    organizations.contract(us.agency(), third);
    register("undisclosedTo=" + third).body("items.id", contains(above));
    step(us.reporter(), "relationships", above, "void", REASON).statusCode(200);
    step(us.reporter(), "relationships", beneath, "restore", null).statusCode(409);
    step(us.reporter(), "relationships", above, "restore", null).statusCode(200);
    step(us.reporter(), "relationships", beneath, "restore", null)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
  }

  private ValidatableResponse voided(String incident) {
    return step(us.reporter(), "incidents", incident, "void", REASON);
  }

  private ValidatableResponse step(
      TestUser person, String records, String id, String action, String body) {
    String address = "/v1/" + records + "/" + id;
    RequestSpecification request =
        us.as(person).header("If-Match", us.as(us.reporter()).get(address).header("ETag"));
    if (body == null) {
      request.noContentType();
    } else {
      request.contentType("application/json").body(body);
    }
    return request.post(address + "/" + action).then();
  }

  private ValidatableResponse list(String query) {
    return us.as(us.reporter()).get("/v1/incidents?" + query).then().statusCode(200);
  }

  private ValidatableResponse register(String query) {
    return us.as(us.reporter()).get("/v1/relationships?" + query).then().statusCode(200);
  }

  private ValidatableResponse month(TestUser person) {
    return month(person, thisMonth());
  }

  private ValidatableResponse month(TestUser person, YearMonth month) {
    return us.as(person)
        .get("/v1/reporting-periods?fromPeriod=%s&toPeriod=%1$s".formatted(month))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse triage() {
    return us.as(us.reviewer()).get("/v1/triage-items").then().statusCode(200);
  }

  private ValidatableResponse figures() {
    return us.as(us.reviewer()).get("/v1/carrier-figures").then().statusCode(200);
  }

  private ValidatableResponse cmsList() {
    String id =
        us.as(us.reviewer())
            .contentType("application/json")
            .body(Map.of("kind", "CMS_MONTHLY", "period", thisMonth().toString()))
            .post("/v1/extracts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return us.as(us.reviewer()).get("/v1/extracts/" + id + "/rows").then().statusCode(200);
  }

  private ValidatableResponse registerDraft() {
    return us.as(us.reporter())
        .contentType("application/json")
        .body("{\"carrierId\": \"%s\", \"kind\": \"RELATIONSHIPS\"}".formatted(us.carrier()))
        .post("/v1/submissions")
        .then();
  }

  private String relationship(String name, String upstream) {
    String more = upstream == null ? "" : ", \"upstreamId\": \"%s\"".formatted(upstream);
    return us.as(us.reporter())
        .contentType("application/json")
        .body(
            """
            {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
             "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
             "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
             "contact": {"name": "Front desk", "email": "desk@company.example"}%s}
            """
                .formatted(name, more))
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}

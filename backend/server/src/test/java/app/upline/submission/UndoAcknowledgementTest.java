package app.upline.submission;

import static app.upline.submission.Reporting.knownToday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.MovableClock;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mistaken acknowledgement is undone soon, and everything is as it was; the history says so. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
class UndoAcknowledgementTest {

  private static final Duration WINDOW = Duration.ofHours(24);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject MovableClock clock;

  private Reporting us;
  private TestUser analyst;

  @BeforeEach
  void anAgencyWithACarrier() {
    clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    us = Reporting.of(api, crowd, organizations, false);
    analyst = crowd.someone(Role.CARRIER_ANALYST, us.carrier());
  }

  @Test
  void itIsUnderReviewAgainAndEverythingSaysSo() {
    String incident = us.incident(knownToday(""));
    String id = us.submitted();
    Map<String, Object> before = submission(us.reviewer(), id);
    later(Duration.ofMinutes(5));
    us.acknowledge(id)
        .statusCode(200)
        .body("possibleActions", contains("UNDO_ACKNOWLEDGEMENT"))
        .body("acknowledgementUndoableUntil", equalTo(clock.instant().plus(WINDOW).toString()));
    see(analyst, id).body("possibleActions", empty());
    see(us.reporter(), id).body("possibleActions", empty());
    period("ACKNOWLEDGED");
    work(analyst).body("items.kind", not(hasItem("SUBMISSION_TO_REVIEW")));
    assertThat(daysToDecision()).isNotNull();

    later(Duration.ofMinutes(5));
    us.undo(id)
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("decision", nullValue())
        .body("acknowledgementUndoableUntil", nullValue())
        .body("possibleActions", contains("ACKNOWLEDGE", "RETURN"))
        .body("changedAt", equalTo(clock.instant().toString()));
    Map<String, Object> after = submission(us.reviewer(), id);
    after.remove("changedAt");
    before.remove("changedAt");
    assertThat(after).isEqualTo(before);
    see(us.attester(), id).body("possibleActions", contains("WITHDRAW"));
    period("SUBMITTED_ON_TIME").body("items[0].counts.acknowledged", equalTo(0));
    work(analyst).body("items.kind", hasItem("SUBMISSION_TO_REVIEW"));
    api.as(analyst)
        .get("/v1/submissions?status=SUBMITTED&sort=SUBMITTED_AT")
        .then()
        .body("items.id", contains(id));
    assertThat(daysToDecision()).isNull();
    us.held("").body("items.incident.id", contains(incident));
    api.as(us.reviewer())
        .get("/v1/disclosed-incidents/" + incident + "/disclosures")
        .then()
        .statusCode(200)
        .body("items[0].outcome", nullValue());
  }

  @Test
  void bothSidesReadWhoAcknowledgedAndWhoUndidItAndWhy() {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.step(us.reviewer(), id, "acknowledge", "{\"message\": \"With thanks\"}").statusCode(200);
    later(Duration.ofMinutes(5));
    TestUser second = crowd.someone(Role.CARRIER_REVIEWER, us.carrier());
    us.step(second, id, "undo-acknowledgement", "{\"message\": \" The wrong one \"}")
        .statusCode(200);
    us.acknowledge(id).statusCode(200);
    us.undo(id).statusCode(200);
    us.returned(id).statusCode(200);
    for (TestUser person : List.of(us.reporter(), analyst)) {
      api.as(person)
          .get("/v1/submissions/" + id + "/revisions")
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("items[0].decision.outcome", equalTo("RETURNED"))
          .body("items[0].undoneAcknowledgements", hasSize(2))
          .body("items[0].undoneAcknowledgements[0].message", equalTo("With thanks"))
          .body("items[0].undoneAcknowledgements[0].reason", equalTo("The wrong one"))
          .body("items[0].undoneAcknowledgements[0].acknowledgedBy", notNullValue())
          .body("items[0].undoneAcknowledgements[0].undoneBy", notNullValue())
          .body("items[0].undoneAcknowledgements[0].undoneAt", equalTo(clock.instant().toString()));
    }
    assertThat(
            crowd.count(
                """
                select count(*) from audit_event e
                join audit_object o on o.organization_id = e.organization_id and o.seq = e.seq
                where e.operation = 'undoAcknowledgement' and e.outcome = 'SUCCEEDED' and e.note = 'The wrong one'
                  and e.organization_id = ? and o.kind = 'submission'""",
                us.carrier()))
        .isEqualTo(2);
  }

  @Test
  void afterItsTimeItStandsAndTheAnswerSaysWhatToDoInstead() {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.acknowledge(id).statusCode(200);
    Instant until = clock.instant().plus(WINDOW);
    later(WINDOW.minusSeconds(1));
    us = again();
    see(us.reviewer(), id).body("possibleActions", contains("UNDO_ACKNOWLEDGEMENT"));
    us.step(us.attester(), id, "withdraw", "{\"message\": \"Too early\"}")
        .statusCode(409)
        .body("detail", containsString("can undo that until " + until));
    later(Duration.ofSeconds(1));
    see(us.reviewer(), id)
        .body("possibleActions", empty())
        .body("acknowledgementUndoableUntil", nullValue());
    us.undo(id)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"))
        .body("detail", containsString("could be undone until " + until))
        .body("detail", containsString("for a correction instead"))
        .body("possibleActions", nullValue());
    see(us.reviewer(), id).body("status", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void itWantsAReasonWithoutPersonalDataAnAcknowledgementAndAReviewer() {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.undo(id)
        .statusCode(409)
        .body("detail", containsString("has been submitted"))
        .body("possibleActions", hasItem("ACKNOWLEDGE"));
    us.acknowledge(id).statusCode(200);
    String undo = "undo-acknowledgement";
    us.step(us.reviewer(), id, undo, "{\"message\": \"   \"}").statusCode(422);
    us.step(us.reviewer(), id, undo, "{\"message\": \"Of 1EG4-TE5-MK73\"}").statusCode(422);
    us.step(analyst, id, undo, "{\"message\": \"The wrong one\"}").statusCode(403);
    us.step(us.attester(), id, undo, "{\"message\": \"The wrong one\"}").statusCode(403);
    TestUser elsewhere = crowd.someone(Role.CARRIER_REVIEWER);
    api.as(elsewhere)
        .header("If-Match", "\"3\"")
        .contentType("application/json")
        .body("{\"message\": \"The wrong one\"}")
        .post("/v1/submissions/" + id + "/" + undo)
        .then()
        .statusCode(404);
    see(us.reviewer(), id).body("status", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void whatWasFollowedUpSinceStands() {
    String incident = us.incident(knownToday(""));
    String first = us.submitted();
    us.acknowledge(first).statusCode(200);
    us.change(incident, "{\"state\": \"TX\"}").statusCode(200);
    String second = us.submitted();
    us.items(us.reviewer(), second).body("items.amended", contains(true));
    String reference = see(us.reviewer(), second).extract().path("reference");
    us.undo(first)
        .statusCode(409)
        .body("detail", containsString(reference + " was submitted after"))
        .body("detail", containsString("Return that one instead"));
    us.withdraw(second).statusCode(200);
    us.undo(first).statusCode(200);
    us.items(us.reporter(), us.submitted()).body("items.amended", contains(false));
  }

  @Test
  void whatWasSubmittedOfOtherRecordsIsNotInTheWay() {
    us.incident(knownToday(""));
    String first = us.submitted();
    us.acknowledge(first).statusCode(200);
    us.incident(knownToday("\"state\": \"TX\""));
    us.submitted();
    us.undo(first).statusCode(200);
  }

  @Test
  void aRegisterThatWasSubmittedAgainStandsToo() {
    String relationship = relationship();
    String first = relationships();
    us.acknowledge(first).statusCode(200);
    String tag = api.as(us.reporter()).get("/v1/relationships/" + relationship).header("ETag");
    api.as(us.reporter())
        .header("If-Match", tag)
        .contentType("application/merge-patch+json")
        .body("{\"ownReference\": \"R-1\"}")
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
    String second = relationships();
    us.undo(first).statusCode(409);
    us.returned(second).statusCode(200);
    us.undo(first).statusCode(409);
  }

  @Test
  void remarksAreAsTheyWereAndWhatWasToldStaysTold() {
    String incident = us.incident(knownToday(""));
    String id = us.submitted();
    String open = remark(id, incident, "Please check the channel.");
    String answered = remark(id, incident, "Is there a recording?");
    us.returned(id).statusCode(200);
    act(us.reporter(), answered, "answer", "\"There is.\"").statusCode(200);
    us.change(incident, "{\"channel\": \"EVENT\"}").statusCode(200);
    us.step(us.reporter(), id, "refresh", null).statusCode(200);
    us.submit(id).statusCode(200);
    String late = remark(id, incident, "Next time at once, please.");
    // twice, for the second must not take the first for a person's word
    for (int round = 1; round <= 2; round++) {
      later(Duration.ofMinutes(1));
      us.acknowledge(id).statusCode(200);
      api.as(analyst).get("/v1/remarks/" + open).then().body("state", equalTo("RESOLVED"));
      later(Duration.ofMinutes(1));
      us.undo(id).statusCode(200);
      api.as(analyst).get("/v1/remarks/" + open).then().body("state", equalTo("OPEN"));
      api.as(analyst)
          .get("/v1/remarks/" + answered)
          .then()
          .body("state", equalTo("ANSWERED"))
          .body("entries[-1].action", equalTo("REOPEN"))
          .body("entries[-1].text", equalTo("The wrong one"));
      work(analyst).body("items.kind", hasItem("ANSWERED_REMARK"));
    }
    api.as(us.reporter())
        .get("/v1/remarks/" + answered)
        .then()
        .statusCode(200)
        .body(
            "entries.action",
            contains("WRITE", "ANSWER", "RESOLVE", "REOPEN", "RESOLVE", "REOPEN"));
    api.as(us.reporter()).get("/v1/remarks/" + late).then().body("state", equalTo("OPEN"));
  }

  @Test
  void ofTwoAtOnceOneWins() throws Exception {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.acknowledge(id).statusCode(200);
    String tag = api.as(us.reviewer()).get("/v1/submissions/" + id).header("ETag");
    List<Integer> answers =
        Simultaneously.times(
            3,
            () ->
                api.as(us.reviewer())
                    .header("If-Match", tag)
                    .contentType("application/json")
                    .body("{\"message\": \"The wrong one\"}")
                    .post("/v1/submissions/" + id + "/undo-acknowledgement")
                    .statusCode());
    assertThat(answers).containsExactlyInAnyOrder(200, 412, 412);
    api.as(us.reviewer())
        .get("/v1/submissions/" + id + "/revisions")
        .then()
        .body("items[0].undoneAcknowledgements", hasSize(1));
  }

  @Test
  void whatIsSubmittedInTheSameMomentEitherStopsItOrFollowsUpNothing() throws Exception {
    String incident = us.incident(knownToday(""));
    String first = us.submitted();
    us.acknowledge(first).statusCode(200);
    us.change(incident, "{\"state\": \"TX\"}").statusCode(200);
    String second = us.drafted("");
    AtomicInteger turn = new AtomicInteger();
    List<Integer> answers =
        Simultaneously.times(
            2,
            () ->
                turn.getAndIncrement() == 0
                    ? us.undo(first).extract().statusCode()
                    : -us.submit(second).extract().statusCode());
    assertThat(answers).contains(-200).containsAnyOf(200, 409);
    us.items(us.reviewer(), second).body("items.amended", contains(answers.contains(409)));
  }

  private void later(Duration by) {
    clock.set(clock.instant().plus(by).toString());
  }

  /** The same organizations with people who have just signed in. */
  private Reporting again() {
    return new Reporting(
        api,
        us.agency(),
        us.carrier(),
        crowd.someone(Role.AGENCY_REPORTER, us.agency()),
        crowd.someone(Role.AGENCY_ATTESTER, us.agency()),
        crowd.someone(Role.CARRIER_REVIEWER, us.carrier()));
  }

  private Map<String, Object> submission(TestUser person, String id) {
    return see(person, id).extract().jsonPath().getMap("$");
  }

  private ValidatableResponse see(TestUser person, String id) {
    return api.as(person).get("/v1/submissions/" + id).then().statusCode(200);
  }

  private ValidatableResponse work(TestUser person) {
    return api.as(person).get("/v1/work").then().statusCode(200);
  }

  private ValidatableResponse period(String status) {
    return api.as(us.reviewer())
        .get("/v1/reporting-periods?agencyId=" + us.agency())
        .then()
        .statusCode(200)
        .body("items.status", hasItem(status));
  }

  private Object daysToDecision() {
    return api.as(us.reviewer())
        .get("/v1/carrier-figures")
        .then()
        .statusCode(200)
        .extract()
        .path("incidents.medianDaysToDecision");
  }

  private String remark(String submission, String incident, String text) {
    return api.as(analyst)
        .contentType("application/json")
        .body("{\"incidentId\": \"%s\", \"text\": \"%s\"}".formatted(incident, text))
        .post("/v1/submissions/" + submission + "/comments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse act(TestUser person, String remark, String how, String text) {
    String tag = api.as(person).get("/v1/remarks/" + remark).header("ETag");
    return api.as(person)
        .header("If-Match", tag)
        .contentType("application/json")
        .body("{\"text\": %s}".formatted(text))
        .post("/v1/remarks/" + remark + "/" + how)
        .then();
  }

  private String relationship() {
    return api.as(us.reporter())
        .contentType("application/json")
        .body(
            """
            {"legalName": "Blue Agave LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
             "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
             "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
             "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
            """)
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String relationships() {
    String id =
        api.as(us.reporter())
            .contentType("application/json")
            .body("{\"carrierId\": \"%s\"}".formatted(us.carrier()))
            .post("/v1/submissions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    us.submit(id).statusCode(200);
    return id;
  }
}

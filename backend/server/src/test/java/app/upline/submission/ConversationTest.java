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

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both sides talk about a submission and about an incident, and nothing that was said is lost. */
@Tag("engine")
@MicronautTest(transactional = false)
class ConversationTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;
  private TestUser analyst;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, false);
    analyst = crowd.someone(Role.CARRIER_ANALYST, us.carrier());
  }

  @Test
  void aRemarkOfAReviewIsAnsweredCorrectedAndResolved() {
    String incident = us.incident(knownToday(""));
    String submission = us.submitted();
    String remark = comment(submission, incident, "Is this the right sate?");
    see(us.reporter(), remark).statusCode(404);
    // before the agency is told of it
    act(us.reviewer(), remark, "correct", "Is this the right state?")
        .statusCode(409)
        .body("detail", containsString("Only its author"));
    act(analyst, remark, "correct", "Is this the right state?")
        .statusCode(200)
        .body("text", equalTo("Is this the right state?"))
        .body("entries.action", contains("WRITE", "CORRECT"));
    String blunder = comment(submission, incident, "Meant for somebody else.");
    act(analyst, blunder, "withdraw", null).statusCode(200).body("state", equalTo("WITHDRAWN"));
    work(us.reporter()).body("items.kind", not(hasItem("REMARK")));

    us.returned(submission).statusCode(200);
    see(us.reporter(), blunder).statusCode(404);
    see(us.reporter(), remark)
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("text", equalTo("Is this the right state?"))
        .body("entries.text", contains("Is this the right state?"))
        .body("possibleActions", contains("ANSWER"));
    work(us.reporter()).body("items.kind", hasItem("REMARK"));

    act(us.reporter(), remark, "answer", "Of 1EG4-TE5-MK73").statusCode(422);
    act(us.reviewer(), remark, "answer", "Yes").statusCode(403);
    act(us.reporter(), remark, "answer", "It is: the beneficiary lives there.")
        .statusCode(200)
        .body("state", equalTo("ANSWERED"))
        .body("entries.side", contains("CARRIER", "AGENCY"));
    work(us.reporter()).body("items.kind", not(hasItem("REMARK")));
    work(analyst).body("items.kind", hasItem("ANSWERED_REMARK"));
    told(analyst, "REMARK_ANSWERED");

    act(analyst, remark, "correct", "Is this the state of the call?")
        .statusCode(200)
        .body("state", equalTo("OPEN"));
    see(us.reporter(), remark).body("entries.action", contains("WRITE", "ANSWER", "CORRECT"));
    work(us.reporter()).body("items.kind", hasItem("REMARK"));
    act(us.reviewer(), remark, "resolve", null)
        .statusCode(200)
        .body("state", equalTo("RESOLVED"))
        .body("possibleActions", contains("REOPEN"));
    told(us.reporter(), "REMARK_RESOLVED");
    act(us.reporter(), remark, "answer", "One more thing").statusCode(409);
    act(us.reviewer(), remark, "reopen", "There is more to ask.")
        .statusCode(200)
        .body("state", equalTo("OPEN"));
    listed(us.reporter(), submission).body("items.id", contains(remark));
    listed(us.reviewer(), submission).body("items.id", contains(remark, blunder));
  }

  @Test
  void aResubmissionAnswersTheRemarksAndAnAcknowledgementResolvesThem() {
    String incident = us.incident(knownToday(""));
    us.incident(knownToday("\"state\": \"TX\""));
    String submission = us.submitted();
    String remark = comment(submission, incident, "Please check the channel.");
    us.returned(submission).statusCode(200);
    us.change(incident, "{\"channel\": \"EVENT\"}").statusCode(200);
    us.step(us.reporter(), submission, "refresh", null).statusCode(200);
    us.submit(submission).statusCode(200);
    work(us.reporter()).body("items.kind", not(hasItem("REMARK")));
    us.as(us.reviewer())
        .get("/v1/submissions/" + submission + "/items?since=RETURN&changedSinceReturn=true")
        .then()
        .statusCode(200)
        .body("items.incident.id", contains(incident))
        .body("items.changeType", contains("ADDED"))
        .body("items.comparedRevision", contains(1))
        .body("items[0].differences.pointer", contains("/channel"));
    us.items(us.reviewer(), submission)
        .body("items.size()", equalTo(2))
        .body("items.changedSinceReturn", contains(true, false))
        .body("items[0].differences", empty());
    String late = comment(submission, incident, "Next time at once, please.");
    us.acknowledge(submission).statusCode(200);
    see(us.reporter(), remark)
        .body("state", equalTo("RESOLVED"))
        .body("entries.action", contains("WRITE", "RESOLVE"));
    see(us.reporter(), late).statusCode(200).body("state", equalTo("OPEN"));
    work(us.reporter()).body("items.kind", hasItem("REMARK"));
    told(us.reporter(), "REMARK_MADE");
  }

  @Test
  void anIncidentHasItsConversationAcrossSubmissions() {
    String incident = us.incident(knownToday(""));
    remark(incident, "Too early").statusCode(404);
    String submission = us.submitted();
    comment(submission, incident, "Said in the review.");
    us.acknowledge(submission).statusCode(200);
    String direct = remark(incident, "Is there a recording?").statusCode(201).extract().path("id");
    told(us.reporter(), "REMARK_MADE");
    for (TestUser person : List.of(us.reporter(), us.reviewer())) {
      of(person, incident)
          .statusCode(200)
          .body("items.text", contains("Said in the review.", "Is there a recording?"))
          .body("items[1].incidentId", equalTo(incident));
    }
    us.as(us.reviewer())
        .get("/v1/incidents/" + incident + "/remarks?limit=1")
        .then()
        .body("items", hasSize(1));
    act(us.attester(), direct, "answer", "Yes, CALL-1.").statusCode(200);
    work(us.reviewer()).body("items.kind", hasItem("ANSWERED_REMARK"));

    // no business of others
    TestUser otherCarrier = crowd.someone(Role.CARRIER_REVIEWER, crowd.carrier());
    TestUser otherAgency = crowd.someone(Role.AGENCY_REPORTER, crowd.agency());
    for (TestUser stranger : List.of(otherCarrier, otherAgency)) {
      see(stranger, direct).statusCode(404);
      of(stranger, incident).statusCode(404);
      work(stranger).body("items", empty());
    }
    us.as(otherCarrier)
        .header("If-Match", "\"2\"")
        .contentType("application/json")
        .body("{}")
        .post("/v1/remarks/" + direct + "/resolve")
        .then()
        .statusCode(404);
  }

  private String comment(String submission, String incident, String text) {
    return us.as(analyst)
        .contentType("application/json")
        .body("{\"incidentId\": \"%s\", \"text\": \"%s\"}".formatted(incident, text))
        .post("/v1/submissions/" + submission + "/comments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse remark(String incident, String text) {
    return us.as(analyst)
        .contentType("application/json")
        .body("{\"text\": \"%s\"}".formatted(text))
        .post("/v1/incidents/" + incident + "/remarks")
        .then();
  }

  private ValidatableResponse see(TestUser person, String remark) {
    return us.as(person).get("/v1/remarks/" + remark).then();
  }

  private ValidatableResponse of(TestUser person, String incident) {
    return us.as(person).get("/v1/incidents/" + incident + "/remarks").then();
  }

  private ValidatableResponse listed(TestUser person, String submission) {
    return us.as(person).get("/v1/submissions/" + submission + "/comments").then().statusCode(200);
  }

  private ValidatableResponse act(TestUser person, String remark, String action, String text) {
    String tag = us.as(us.reviewer()).get("/v1/remarks/" + remark).header("ETag");
    return us.as(person)
        .header("If-Match", tag)
        .contentType("application/json")
        .body(text == null ? "{}" : "{\"text\": \"%s\"}".formatted(text))
        .post("/v1/remarks/" + remark + "/" + action)
        .then();
  }

  private ValidatableResponse work(TestUser person) {
    return us.as(person).get("/v1/work").then().statusCode(200);
  }

  /** What was published for the person's organization; delivery is another test's matter. */
  private void told(TestUser person, String event) {
    assertThat(
            crowd.count(
                "select count(*) from business_event where organization_id = ? and type = ?",
                person.organizationId(),
                event))
        .isPositive();
  }
}

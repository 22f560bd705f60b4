package app.upline.submission;

import static app.upline.submission.Reporting.knownToday;
import static app.upline.submission.Reporting.thisMonth;
import static app.upline.submission.Reporting.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a recorded incident to what the carrier holds of it, and all that may come between. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentDisclosureTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, false);
  }

  @Test
  void aMonthGoesFromDraftToAcknowledgment() {
    String incident = us.incident(knownToday(""));
    String id = us.drafted("\"period\": \"%s\"".formatted(thisMonth()));
    us.items(us.reporter(), id)
        .body("items", hasSize(1))
        .body("items[0].changeType", equalTo("ADDED"))
        .body("items[0].late", equalTo(false))
        .body("items[0].amended", equalTo(false))
        .body("items[0].daysToReport", equalTo(0))
        .body("items[0].dueDate", equalTo(thisMonth().atEndOfMonth().toString()))
        .body("items[0].incident.id", equalTo(incident));
    us.as(us.reviewer()).get("/v1/submissions/" + id).then().statusCode(404);
    us.submit(id)
        .statusCode(200)
        .body("kind", equalTo("INCIDENTS"))
        .body("period", equalTo(thisMonth().toString()))
        .body("nil", equalTo(false))
        .body("onTime", equalTo(true));
    us.held("")
        .body("items", hasSize(1))
        .body("items[0].incident.reference", startsWith("INC-"))
        .body("items[0].submissionStatus", equalTo("SUBMITTED"));
    us.acknowledge(id).statusCode(200).body("possibleActions", contains("UNDO_ACKNOWLEDGEMENT"));
    us.draft("").statusCode(409).body("type", equalTo("urn:upline:problem:nothing-to-disclose"));
  }

  @Test
  void oneIncidentIsReadAsOfADayAndOnlyAgainWhenItChanged() {
    String incident = us.incident(knownToday(""));
    String held = "/v1/disclosed-incidents/" + incident;
    us.as(us.reviewer()).get(held).then().statusCode(404);
    String id = us.submitted();

    String received =
        us.as(us.reviewer())
            .get(held)
            .then()
            .statusCode(200)
            .body("submissionId", equalTo(id))
            .extract()
            .header("ETag");
    us.as(us.reviewer()).header("If-None-Match", received).get(held).then().statusCode(304);
    us.as(us.reviewer()).get(held + "?asOf=2020-01-01").then().statusCode(404);
    us.as(us.reviewer())
        .get(held + "?asOf=" + LocalDate.now(ZoneOffset.UTC).plusDays(1))
        .then()
        .statusCode(200)
        .body("incident.id", equalTo(incident));

    us.acknowledge(id).statusCode(200);
    us.as(us.reviewer())
        .header("If-None-Match", received)
        .get(held)
        .then()
        .statusCode(200)
        .body("submissionStatus", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void whatIsReturnedIsCommentedOnCorrectedAndSubmittedAgain() {
    String incident = us.incident(knownToday(""));
    String id = us.submitted();
    us.as(us.reviewer())
        .contentType("application/json")
        .body(
            "{\"incidentId\": \"%s\", \"pointer\": \"/state\", \"text\": \"Which state?\"}"
                .formatted(incident))
        .post("/v1/submissions/" + id + "/comments")
        .then()
        .statusCode(201)
        .body("incidentReference", startsWith("INC-"));
    us.as(us.reviewer())
        .contentType("application/json")
        .body(
            "{\"incidentId\": \"%s\", \"pointer\": \"/ein\", \"text\": \"No\"}".formatted(incident))
        .post("/v1/submissions/" + id + "/comments")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/pointer"));
    us.returned(id).statusCode(200);
    us.change(incident, "{\"state\": \"NV\"}").statusCode(200);
    us.step(us.reporter(), id, "refresh", null).statusCode(200).body("revision", equalTo(2));
    us.items(us.reporter(), id)
        .body("items[0].changeType", equalTo("ADDED"))
        .body("items[0].amended", equalTo(false))
        .body("items[0].changedSinceReturn", equalTo(true));
    us.submit(id).statusCode(200).body("revision", equalTo(2));
    us.held("?state=NV").body("items", hasSize(1));
    us.held("?state=AZ").body("items", hasSize(0));
    us.as(us.attester())
        .get("/v1/submissions/" + id + "/comments")
        .then()
        .body("items.text", contains("Which state?"));
  }

  @Test
  void whatIsLateNeedsAReasonThatTheCarrierSees() {
    LocalDate longAgo = thisMonth().minusMonths(2).atDay(10);
    us.incident(Reporting.known(longAgo, ""));
    us.incident(Reporting.known(longAgo, "\"lateReason\": \"Found in the yearly audit\""));
    us.incident(knownToday(""));
    String id = us.drafted("");
    us.items(us.reporter(), id).body("items.late", containsInAnyOrder(true, true, false));
    us.submit(id)
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo("LATE_REASON_REQUIRED"))
        .body("errors[0].pointer", equalTo("/items/" + reference(1) + "/lateReason"));
    us.submit(id, "\"lateReason\": \"The recording came late\"")
        .statusCode(200)
        .body("onTime", equalTo(false))
        .body("lateItems", equalTo(2));
    us.as(us.reviewer())
        .get("/v1/submissions/" + id + "/receipt")
        .then()
        .statusCode(200)
        .body("lateReason", equalTo("The recording came late"));
    us.held("?late=true").body("items", hasSize(2)).body("items.late", hasItems(true, true));
    us.held("?late=false").body("items", hasSize(1));
    us.held("?period=" + thisMonth().minusMonths(2)).body("items", hasSize(2));
  }

  @Test
  void aCriticalOneIsReportedAloneWhileTheMonthsDraftLiesOpen() {
    us.incident(knownToday(""));
    String critical = us.incident(knownToday("\"severity\": \"CRITICAL\", \"state\": \"TX\""));
    String month = us.drafted("\"period\": \"%s\"".formatted(thisMonth()));
    us.draft("").statusCode(409).body("type", equalTo("urn:upline:problem:draft-exists"));
    String alone = us.selected(critical).statusCode(201).extract().path("id");
    us.submit(alone).statusCode(200).body("counts.added", equalTo(1));
    us.held("?severity=CRITICAL").body("items", hasSize(1));
    us.submit(month)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"))
        .body("detail", containsString("Refresh it"))
        // Refreshing is the reporter's, and submitting again is no way out.
        .body("possibleActions", nullValue());
    us.step(us.reporter(), month, "refresh", null).statusCode(200).body("counts.added", equalTo(1));
    us.submit(month).statusCode(200);
    us.held("").body("items", hasSize(2));
  }

  @Test
  void aFollowUpAfterAcknowledgmentIsAnAmendedDisclosure() {
    String incident = us.incident(knownToday(""));
    String first = us.submitted();
    us.change(incident, "{\"potentialHarm\": true}").statusCode(200);
    us.acknowledge(first).statusCode(200);
    String second = us.drafted("");
    us.items(us.reporter(), second)
        .body("items[0].changeType", equalTo("CHANGED"))
        .body("items[0].amended", equalTo(true))
        .body("items[0].late", nullValue())
        .body("items[0].differences.pointer", contains("/potentialHarm"));
    us.held("?harm=true").body("items", hasSize(0));
    us.submit(second).statusCode(200);
    us.held("?harm=true").body("items", hasSize(1)).body("items[0].amended", equalTo(true));
    us.as(us.reviewer())
        .get("/v1/disclosed-incidents/" + incident + "/disclosures")
        .then()
        .statusCode(200)
        .body("items.amended", contains(true, false))
        .body("items.changeType", contains("CHANGED", "ADDED"))
        .body("items.outcome", contains(null, "ACKNOWLEDGED"));
    us.as(us.reporter())
        .get("/v1/incidents/" + incident + "/disclosures")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @Test
  void whatIsWithdrawnIsUnreportedAgainAndStaysOnRecord() {
    LocalDate longAgo = thisMonth().minusMonths(2).atDay(10);
    String incident = us.incident(Reporting.known(longAgo, ""));
    String id = us.drafted("");
    us.submit(id, "\"lateReason\": \"Found in the audit\"").statusCode(200);
    us.withdraw(id).statusCode(200).body("status", equalTo("WITHDRAWN"));
    us.held("").body("items", hasSize(0));
    us.as(us.reviewer()).get("/v1/disclosed-incidents/" + incident).then().statusCode(404);
    us.as(us.reviewer())
        .get("/v1/disclosed-incidents/" + incident + "/disclosures")
        .then()
        .statusCode(200)
        .body("items.outcome", contains("WITHDRAWN"));
    us.items(us.reviewer(), id).body("items", hasSize(1));
    String again = us.drafted("");
    us.submit(again).statusCode(422).body("errors.code", contains("LATE_REASON_REQUIRED"));
  }

  @Test
  void severalAreAcknowledgedAtOnceOrNone() {
    us.incident(knownToday(""));
    String first = us.submitted();
    us.incident(knownToday(""));
    String second = us.submitted();
    Reporting others = Reporting.of(api, crowd, organizations, false);
    others.incident(knownToday(""));
    String foreign = others.submitted();

    together(first + " 1", second + " 2", foreign + " 1")
        .statusCode(422)
        .body("errors.pointer", contains("/submissions/1", "/submissions/2"))
        .body("errors.code", contains("WRONG_STATE", "UNKNOWN_SUBMISSION"));
    together(first + " 1", first + " 1").statusCode(422).body("errors.code", contains("TWICE"));
    for (String id : List.of(first, second)) {
      us.as(us.reviewer()).get("/v1/submissions/" + id).then().body("status", equalTo("SUBMITTED"));
    }
    together(second + " 1", first + " 1")
        .statusCode(200)
        .body("acknowledged.id", contains(second, first))
        .body("acknowledged.status", contains("ACKNOWLEDGED", "ACKNOWLEDGED"))
        .body("acknowledged.decision.message", contains("Thank you.", "Thank you."));
    together(first + " 1")
        .statusCode(422)
        .body("errors.code", contains("WRONG_STATE"))
        .body("errors[0].message", containsString("has been acknowledged"));
  }

  /** Each as its id and the revision that was seen. */
  private ValidatableResponse together(String... seen) {
    String all =
        Stream.of(seen)
            .map(one -> one.split(" "))
            .map(one -> "{\"submissionId\": \"%s\", \"revision\": %s}".formatted(one[0], one[1]))
            .collect(Collectors.joining(", "));
    return us.as(us.reviewer())
        .contentType("application/json")
        .body("{\"message\": \"Thank you.\", \"submissions\": [" + all + "]}")
        .post("/v1/submission-acknowledgements")
        .then();
  }

  @Test
  void aWrongStepSaysWhatTheCallerMayDoInstead() {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.step(us.reporter(), id, "discard", null)
        .statusCode(409)
        .body("possibleActions", nullValue());
    us.submit(id).statusCode(409).body("possibleActions", contains("WITHDRAW"));
    us.acknowledge(id).statusCode(200);
    us.withdraw(id).statusCode(409).body("possibleActions", nullValue());
    us.acknowledge(id)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"))
        .body("possibleActions", contains("UNDO_ACKNOWLEDGEMENT"));
  }

  @Test
  void freeTextThatSeemsToHoldPersonalDataIsRefusedUnlessAReasonIsGiven() {
    us.incident(
        knownToday("\"description\": \"Call back the member at 813-555-0142 about the plan.\""));
    String id = us.drafted("");
    us.submit(id)
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo("PERSONAL_DATA_SUSPECTED"))
        .body("errors[0].pointer", equalTo("/items/" + reference(1) + "/description"))
        .body("errors[0].message", not(containsString("0142")));
    us.submit(id, "\"freeTextReason\": \"813-555-0142 is our own desk\"")
        .statusCode(422)
        .body("errors.pointer", contains("/freeTextReason"));
    us.submit(id, "\"freeTextReason\": \"It is the number of our own desk\"").statusCode(200);
    us.as(us.reviewer())
        .get("/v1/submissions/" + id)
        .then()
        .body("freeTextReason", equalTo("It is the number of our own desk"));
    String csv =
        us.as(us.reviewer()).get("/v1/disclosed-incidents/export?format=CSV").body().asString();
    assertThat(csv).contains(reference(1)).contains("[PHONE]").doesNotContain("0142");
    String clear = "/v1/disclosed-incidents/unredacted-export?format=CSV";
    String reason = "CMS asks for the statement as it was disclosed.";
    TestUser officer = crowd.someone(Role.CARRIER_PRIVACY_OFFICER, us.carrier());
    assertThat(stating(reason, officer).post(clear).then().statusCode(200).extract().asString())
        .contains("813-555-0142");
    stating("Because.", officer).post(clear).then().statusCode(422);
    stating(reason, us.reviewer()).post(clear).then().statusCode(403);
    TestUser elsewhere = crowd.someone(Role.CARRIER_PRIVACY_OFFICER, crowd.carrier());
    assertThat(stating(reason, elsewhere).post(clear).asString()).doesNotContain(reference(1));
    api.as(crowd.someone(Role.CARRIER_AUDITOR, us.carrier()))
        .get("/v1/audit-events?operation=exportUnredactedDisclosedIncidents")
        .then()
        .body("items.note", hasItem(reason));
  }

  private RequestSpecification stating(String reason, TestUser person) {
    return api.as(person).contentType("application/json").body("{\"reason\": \"" + reason + "\"}");
  }

  @Test
  void theReceiptVouchesForTheBytesOfTheContent() throws Exception {
    us.incident(knownToday(""));
    String id = us.drafted("");
    String hash = us.submit(id).statusCode(200).extract().path("contentSha256");
    byte[] content = us.as(us.reviewer()).get("/v1/submissions/" + id + "/content").asByteArray();
    assertThat(sha256(content)).isEqualTo(hash);
    assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("{\"agency\":")
        .contains("\"kind\":\"INCIDENTS\"")
        .contains("\n{\"amended\":false,\"changeType\":\"ADDED\",\"content\":{");
    assertThat(verified(id, hash)).isTrue();
    crowd.run(
        "update submission_incident set late = true where submission_id = ?", UUID.fromString(id));
    assertThat(verified(id, hash)).isFalse();
  }

  @Test
  void aRepeatIsCountedOverAllThatTheCarrierHolds() {
    Reporting others = Reporting.to(api, crowd, organizations, us.carrier(), us.reviewer());
    others.incident(
        knownToday(
            "\"investigation\": {\"outcome\": \"FOUNDED\", \"rootCause\": \"TRAINING_GAP\"}"));
    us.incident(knownToday(""));
    us.submitted();
    us.held("").body("items.repeat", contains(false));
    LocalDate before = today();
    others.submitted();
    us.held("?repeat=true")
        .body("items", hasSize(1))
        .body("items[0].agency.id", equalTo(us.agency().toString()));
    us.held("?repeat=false").body("items", hasSize(1));
    us.held("?asOf=" + before.minusDays(1)).body("items", hasSize(0));
    us.as(us.reporter())
        .get("/v1/incidents?repeat=true")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void nobodyElseSeesOrReportsAnIncident() {
    String incident = us.incident(knownToday(""));
    us.submitted();
    Reporting others = Reporting.of(api, crowd, organizations, false);
    others.held("").body("items", hasSize(0));
    for (TestUser stranger :
        new TestUser[] {others.reviewer(), crowd.someone(Role.CARRIER_AUDITOR)}) {
      us.as(stranger).get("/v1/disclosed-incidents/" + incident).then().statusCode(404);
      us.as(stranger)
          .get("/v1/disclosed-incidents/" + incident + "/disclosures")
          .then()
          .statusCode(404);
    }
    us.as(others.reporter())
        .get("/v1/incidents/" + incident + "/disclosures")
        .then()
        .statusCode(404);
    others.selected(incident).statusCode(422).body("errors.code", contains("UNKNOWN_INCIDENT"));
    organizations.contract(us.agency(), others.carrier());
    us.as(us.reporter())
        .contentType("application/json")
        .body(
            "{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\", \"scope\": \"SELECTED\", \"incidentIds\": [\"%s\"]}"
                .formatted(others.carrier(), incident))
        .post("/v1/submissions")
        .then()
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_INCIDENT"));
  }

  @Test
  void theQueueIsFilteredByKindAndMonth() {
    LocalDate longAgo = thisMonth().minusMonths(2).atDay(10);
    us.incident(Reporting.known(longAgo, "\"lateReason\": \"Found in the audit\""));
    us.incident(knownToday(""));
    String id = us.submitted();
    for (TestUser person : new TestUser[] {us.reviewer(), us.reporter()}) {
      for (String sort : new String[] {"", "&sort=SUBMITTED_AT"}) {
        found(person, "?kind=INCIDENTS" + sort).body("items.id", contains(id));
        found(person, "?kind=RELATIONSHIPS" + sort).body("items", hasSize(0));
        found(person, "?period=" + thisMonth() + sort).body("items.id", contains(id));
        found(person, "?period=" + thisMonth().minusMonths(2) + sort)
            .body("items.id", contains(id));
        found(person, "?period=" + thisMonth().minusMonths(1) + sort).body("items", hasSize(0));
      }
    }
    us.as(us.reviewer()).get("/v1/submissions?period=2026-13").then().statusCode(400);
  }

  @Test
  void aRequestThatMixesKindsIsRefusedWithAllItsFaults() {
    us.draft("\"scope\": \"FULL\"").statusCode(422).body("errors.pointer", contains("/scope"));
    us.draft("\"scope\": \"CHANGES\", \"period\": \"2026-10\"")
        .statusCode(422)
        .body("errors.pointer", contains("/period"));
    us.draft("\"scope\": \"SELECTED\"")
        .statusCode(422)
        .body("errors.pointer", contains("/incidentIds"));
    us.draft("\"relationshipIds\": [\"%s\"]".formatted(us.agency()))
        .statusCode(422)
        .body("errors.pointer", contains("/relationshipIds"));
    us.draft("\"period\": \"October\"").statusCode(422).body("errors.pointer", contains("/period"));
  }

  private io.restassured.response.ValidatableResponse found(TestUser person, String query) {
    return us.as(person).get("/v1/submissions" + query).then().statusCode(200);
  }

  private boolean verified(String id, String hash) {
    return us.as(us.reviewer())
        .contentType("application/json")
        .body("{\"contentSha256\": \"" + hash + "\"}")
        .post("/v1/submissions/" + id + "/receipt-verifications")
        .then()
        .statusCode(200)
        .extract()
        .path("valid");
  }

  /** References count from one in a new agency. */
  private String reference(int number) {
    String mark =
        crowd
            .strings("select mark from reference_mark where agency_id = ?", us.agency())
            .getFirst();
    return "INC-%d-%s-%06d"
        .formatted(LocalDate.now(java.time.ZoneOffset.UTC).getYear(), mark, number);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

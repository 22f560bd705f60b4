package app.upline.oversight;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.DisclosedIncidents.Kind;
import app.upline.testing.ExampleBody;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A carrier works through what was disclosed to it. */
@Tag("engine")
@MicronautTest(transactional = false)
class TriageTest {

  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 9, 0);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;

  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;
  private TestUser reviewer;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void criticalOnesComeFirstThenHarmThenRepeatsThenTheRestBySeverityAndReceipt() {
    UUID low = told(ORDINARY.severity("LOW").by("1"), 1);
    UUID first = told(ORDINARY.by("2"), 2);
    UUID second = told(ORDINARY.by("3"), 3);
    UUID harmful = told(ORDINARY.severity("LOW").by("4").harmful(), 4);
    UUID critical = told(ORDINARY.by("5").severity("CRITICAL"), 5);
    UUID earlier = told(ORDINARY.severity("LOW").by("6").on(LocalDate.of(2025, 3, 20)), 6);
    UUID repeat = told(ORDINARY.severity("LOW").by("6"), 7);
    queue("")
        .body(
            "items.incidentId",
            contains(strings(critical, harmful, repeat, first, second, low, earlier)));
    String cursor = queue("?limit=3").body("items", hasSize(3)).extract().path("nextCursor");
    queue("?limit=3&cursor=" + cursor)
        .body("items.incidentId", contains(strings(first, second, low)));
  }

  @Test
  void anEarlierIncidentThatIsToldLaterMakesTheOneBeforeARepeat() {
    UUID march = told(ORDINARY, 1);
    get(march).body("repeated", equalTo(false));
    TestUser otherAgency = crowd.someone(Role.AGENCY_REPORTER);
    Kind january = ORDINARY.on(LocalDate.of(2026, 1, 5));
    incidents.disclose(
        otherAgency, incidents.record(otherAgency, carrier, january), 1, carrier, january, APRIL);
    get(march).body("repeated", equalTo(true)).body("priority", equalTo(3));
  }

  @Test
  void theTwelveMonthsOfARepeatAreTheSameWhicheverWasToldFirst() {
    Kind later = ORDINARY.by("29").on(LocalDate.of(2024, 2, 29));
    Kind earlier = ORDINARY.by("29").on(LocalDate.of(2023, 2, 28));
    UUID toldFirst = told(later, 1);
    told(earlier, 2);
    get(toldFirst).body("repeated", equalTo(true));

    told(ORDINARY.by("28").on(LocalDate.of(2023, 2, 28)), 3);
    UUID toldSecond = told(ORDINARY.by("28").on(LocalDate.of(2024, 2, 29)), 4);
    get(toldSecond).body("repeated", equalTo(true));
  }

  @Test
  void itGoesFromNewThroughReviewAndDecisionToClosedAndEveryStepIsKept() {
    UUID id = told(ORDINARY, 1);
    get(id).body("state", equalTo("NEW")).body("possibleActions", contains("ASSIGN", "REVIEW"));
    step(analyst, id, 1, "assign", "{\"assigneeId\": \"" + reviewer.id() + "\"}")
        .statusCode(200)
        .body("assigneeName", equalTo("Sam Sample"));
    queue("?assigneeId=" + reviewer.id()).body("items", hasSize(1));
    step(analyst, id, 2, "review", "{}").statusCode(200);
    step(analyst, id, 3, "wait", "{\"message\": \"Please send the recording.\"}")
        .statusCode(200)
        .body("state", equalTo("WAITING_FOR_AGENCY"));
    incidents.revise(reporter, id, 2, carrier, ORDINARY.harmful());
    incidents.disclose(reporter, id, 2, carrier, ORDINARY.harmful(), APRIL.plusDays(9));
    get(id)
        .body("state", equalTo("IN_REVIEW"))
        .body("priority", equalTo(2))
        .body("followedUpAt", equalTo("2026-04-10T09:00:00Z"));
    step(reviewer, id, 5, "decide", "{\"conclusion\": \"FOUNDED\", \"reason\": \"Heard it.\"}")
        .statusCode(200)
        .body("conclusion", equalTo("FOUNDED"));
    queue("").body("items", empty());
    queue("?state=DECIDED").body("items", hasSize(1));
    step(reviewer, id, 6, "close", "{}")
        .statusCode(200)
        .body("possibleActions", contains("REVIEW"));
    api.as(analyst)
        .get("/v1/triage-items/" + id + "/events")
        .then()
        .body(
            "items.action",
            contains("RECEIVE", "ASSIGN", "REVIEW", "WAIT", "FOLLOW_UP", "DECIDE", "CLOSE"))
        .body("items.find { it.action == 'DECIDE' }.message", equalTo("Heard it."));
  }

  @Test
  void aWrongStepSaysWhatIsPossibleAndAStaleOneIsRefused() {
    UUID id = told(ORDINARY, 1);
    step(reviewer, id, 1, "close", "{}")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"))
        .body("possibleActions", contains("ASSIGN", "REVIEW"));
    step(analyst, id, 7, "review", "{}").statusCode(412);
    api.as(analyst)
        .contentType("application/json")
        .body("{}")
        .post("/v1/triage-items/" + id + "/review")
        .then()
        .statusCode(428);
    step(analyst, id, 1, "decide", "{\"conclusion\": \"FOUNDED\", \"reason\": \"x\"}")
        .statusCode(403);
    TestUser stranger = crowd.someone(Role.CARRIER_ANALYST);
    step(analyst, id, 1, "assign", "{\"assigneeId\": \"" + stranger.id() + "\"}")
        .statusCode(422)
        .body("errors[0].code", equalTo("UNKNOWN_ASSIGNEE"));
    get(id).body("state", equalTo("NEW")).body("assigneeId", nullValue());
  }

  @Test
  void whatTheAgencyWithdrawsLeavesTheQueueAndComesBackNew() {
    UUID id = incidents.record(reporter, carrier, ORDINARY);
    UUID submission = incidents.disclose(reporter, id, 1, carrier, ORDINARY, APRIL);
    step(analyst, id, 1, "review", "{}").statusCode(200);
    incidents.withdraw(submission);
    queue("").body("items", empty());
    api.as(analyst).get("/v1/triage-items/" + id).then().statusCode(404);
    incidents.disclose(reporter, id, 1, carrier, ORDINARY, APRIL.plusDays(2));
    get(id).body("state", equalTo("NEW")).body("receivedAt", equalTo("2026-04-03T09:00:00Z"));
  }

  @Test
  void theAgencySeesTheFindingsMadeForItAndAnswersThem() {
    UUID id = told(ORDINARY, 1);
    finding(id, "NOTE", false, "Third case with this vendor.").statusCode(201);
    String finding =
        finding(id, "FINDING", true, "The recording shows no permission.")
            .statusCode(201)
            .extract()
            .path("id");
    finding(id, "NOTE", true, "She is 1EG4-TE5-MK73.")
        .statusCode(422)
        .body("errors[0].code", equalTo("PERSONAL_DATA"));
    answer(reporter, finding).statusCode(201).body("answers.text", contains("We agree."));
    answer(crowd.someone(Role.AGENCY_REPORTER), finding).statusCode(404);
    findings(reporter, id).body("items.id", contains(finding));
    findings(analyst, id).body("items", hasSize(2)).body("items[1].answers", hasSize(1));
  }

  /** Derived from the contract: another's incident is not there, for any caller. */
  @TestFactory
  Stream<DynamicTest> somebodyElsesIncidentIsNotFound() {
    UUID id = told(ORDINARY, 1);
    return Contract.get().operations().stream()
        .filter(
            o ->
                o.path().startsWith("/v1/triage-items/{incidentId}")
                    || o.path().startsWith("/v1/incidents/{incidentId}/findings"))
        .flatMap(
            o ->
                ((List<?>) o.body().get("x-roles"))
                    .stream()
                        .map(name -> Role.valueOf(name.toString()))
                        .map(
                            role ->
                                DynamicTest.dynamicTest(
                                    o.id() + " as another's " + role,
                                    () -> assertThat(foreign(o, role, id)).isEqualTo(404))));
  }

  private int foreign(Operation operation, Role role, UUID id) {
    var request = api.as(crowd.someone(role)).header("If-Match", "\"1\"");
    ExampleBody.into(request, operation);
    return request
        .request(
            operation.method().toUpperCase(),
            operation.path().replace("{incidentId}", id.toString()))
        .statusCode();
  }

  private UUID told(Kind kind, int day) {
    UUID id = incidents.record(reporter, carrier, kind);
    incidents.disclose(reporter, id, 1, carrier, kind, APRIL.plusDays(day));
    return id;
  }

  private ValidatableResponse queue(String query) {
    return api.as(analyst).get("/v1/triage-items" + query).then().statusCode(200);
  }

  private ValidatableResponse get(UUID id) {
    return api.as(analyst).get("/v1/triage-items/" + id).then().statusCode(200);
  }

  private ValidatableResponse step(
      TestUser person, UUID id, int version, String action, String body) {
    return api.as(person)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/json")
        .body(body)
        .post("/v1/triage-items/" + id + "/" + action)
        .then();
  }

  private ValidatableResponse finding(UUID id, String kind, boolean visible, String text) {
    return api.as(analyst)
        .contentType("application/json")
        .body(
            "{\"kind\": \"%s\", \"visibleToAgency\": %s, \"text\": \"%s\"}"
                .formatted(kind, visible, text))
        .post("/v1/incidents/" + id + "/findings")
        .then();
  }

  private ValidatableResponse findings(TestUser person, UUID id) {
    return api.as(person).get("/v1/incidents/" + id + "/findings").then().statusCode(200);
  }

  private ValidatableResponse answer(TestUser person, String finding) {
    return api.as(person)
        .contentType("application/json")
        .body("{\"text\": \"We agree.\"}")
        .post("/v1/findings/" + finding + "/answers")
        .then();
  }

  private static String[] strings(UUID... ids) {
    return Stream.of(ids).map(UUID::toString).toArray(String[]::new);
  }
}

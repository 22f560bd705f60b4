package app.upline.work;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who can be given what, and what becomes of it when they go. */
@Tag("engine")
@MicronautTest(transactional = false)
class AssignmentTest {

  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 9, 0);

  @Inject Api api;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;
  @Inject DisclosedIncidents incidents;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser attester;
  private TestUser analyst;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = users.agency();
    carrier = users.carrier();
    organizations.contract(agency, carrier);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
    attester = users.someone(Role.AGENCY_ATTESTER, agency);
    analyst = users.someone(Role.CARRIER_ANALYST, carrier);
    reviewer = users.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void colleaguesAreThePeopleWhoCanBeGivenWorkAndNobodyElse() {
    TestUser administrator = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    TestUser gone = users.someone(Role.CARRIER_ANALYST, carrier);
    users.run("update app_user set active = false where id = ?", gone.id());
    users.someone(Role.CARRIER_ANALYST);
    List<String> colleagues =
        api.as(administrator)
            .get("/v1/colleagues")
            .then()
            .statusCode(200)
            .body("items.status", contains("ACTIVE", "ACTIVE"))
            .body("items[0].email", nullValue())
            .extract()
            .path("items.id");
    assertThat(colleagues)
        .containsExactlyInAnyOrder(analyst.id().toString(), reviewer.id().toString());
    String first =
        api.as(analyst).get("/v1/colleagues?limit=1").then().extract().path("nextCursor");
    api.as(analyst)
        .get("/v1/colleagues?limit=1&cursor=" + first)
        .then()
        .body("items.id", contains(colleagues.getLast()))
        .body("nextCursor", nullValue());

    UUID incident = disclosed();
    String submission = registered();
    for (TestUser person :
        List.of(administrator, gone, reporter, users.someone(Role.CARRIER_ANALYST))) {
      assignIncident(incident, 1, person).statusCode(422);
      assign(analyst, "SUBMISSION", submission, person.id())
          .statusCode(422)
          .body("errors.code", contains("UNKNOWN_ASSIGNEE"));
    }
    assignIncident(incident, 1, reviewer).statusCode(200);
    assign(analyst, "SUBMISSION", submission, reviewer.id())
        .statusCode(200)
        .body("assignee.id", equalTo(reviewer.id().toString()));
  }

  @Test
  void whatAColleagueHasLeavesTheListsOfTheOthersAndComesBack() {
    String submission = registered();
    work(analyst).body("items.subject.id", hasItem(submission));
    assign(analyst, "SUBMISSION", submission, reviewer.id()).statusCode(200);
    work(analyst).body("items.subject.id", not(hasItem(submission)));
    work(reviewer)
        .body(
            "items.find { it.subject.id == '%s' }.assignee.id".formatted(submission),
            equalTo(reviewer.id().toString()));
    // The other side has its own.
    api.as(reporter).get("/v1/work-assignments").then().body("items", empty());
    assign(reporter, "SUBMISSION", submission, attester.id()).statusCode(200);
    api.as(analyst)
        .get("/v1/work-assignments")
        .then()
        .body("items.assignee.id", contains(reviewer.id().toString()));
    assign(analyst, "SUBMISSION", submission, null).statusCode(200).body("assignee", nullValue());
    work(analyst).body("items.subject.id", hasItem(submission));
    for (TestUser stranger :
        List.of(users.someone(Role.CARRIER_ANALYST), users.someone(Role.AGENCY_REPORTER))) {
      assign(stranger, "SUBMISSION", submission, stranger.id())
          .statusCode(422)
          .body("errors.code", contains("UNKNOWN_SUBJECT"));
    }
  }

  @Test
  void findingsAndPlansAreGivenToo() {
    UUID incident = disclosed();
    post(
        analyst,
        "/v1/incidents/" + incident + "/findings",
        "{\"kind\": \"FINDING\", \"visibleToAgency\": true, \"text\": \"The script was old.\"}");
    String finding =
        work(reporter).extract().path("items.find { it.kind == 'FINDING' }.subject.id");
    assign(reporter, "FINDING", finding, attester.id())
        .statusCode(200)
        .body("reference", startsWith("INC-"));
    work(reporter).body("items.kind", not(hasItem("FINDING")));
    work(attester).body("items.kind", hasItem("FINDING"));
    assign(analyst, "FINDING", finding, analyst.id()).statusCode(422);

    String plan = plan(incident);
    assign(reporter, "CORRECTIVE_ACTION_PLAN", plan, reporter.id()).statusCode(200);
    assign(reviewer, "CORRECTIVE_ACTION_PLAN", plan, analyst.id()).statusCode(200);
    work(attester).body("items.kind", not(hasItem("CORRECTIVE_ACTION_PLAN")));
    work(reporter).body("items.kind", hasItem("CORRECTIVE_ACTION_PLAN"));
    api.as(attester)
        .get("/v1/work-assignments")
        .then()
        .body("items.subjectKind", containsInAnyOrder("FINDING", "CORRECTIVE_ACTION_PLAN"));
    api.as(attester)
        .get("/v1/work-assignments?assigneeId=" + attester.id())
        .then()
        .body("items.subjectKind", contains("FINDING"));
    post(attester, "/v1/findings/" + finding + "/answers", "{\"text\": \"It is new now.\"}");
    api.as(attester)
        .get("/v1/work-assignments")
        .then()
        .body("items.subjectKind", contains("CORRECTIVE_ACTION_PLAN"));
  }

  @Test
  void openWorkIsHandedOverAndBecomesNobodysWhenTheAccountIsDisabled() {
    TestUser administrator = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    UUID incident = disclosed();
    String plan = plan(incident);
    assignIncident(incident, 1, analyst).statusCode(200);
    assign(analyst, "CORRECTIVE_ACTION_PLAN", plan, analyst.id()).statusCode(200);
    handOver(administrator, analyst, administrator.id())
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_ASSIGNEE"));
    handOver(users.someone(Role.CARRIER_ADMINISTRATOR), analyst, null).statusCode(404);

    handOver(administrator, analyst, reviewer.id())
        .statusCode(200)
        .body("count", equalTo(2))
        .body("assignee.id", equalTo(reviewer.id().toString()));
    handOver(administrator, analyst, reviewer.id()).statusCode(200).body("count", equalTo(0));
    work(reviewer).body("items.subject.id", hasItem(incident.toString()));
    api.as(analyst)
        .get("/v1/triage-items/" + incident)
        .then()
        .body("assigneeId", equalTo(reviewer.id().toString()))
        .header("ETag", equalTo("\"3\""));
    api.as(analyst)
        .get("/v1/triage-items/" + incident + "/events")
        .then()
        .body("items.action", hasSize(3));

    act(administrator, "/v1/users/" + reviewer.id() + "/disable").statusCode(200);
    work(analyst).body("items.kind", hasItem("INCIDENT_TO_TRIAGE"));
    api.as(analyst).get("/v1/work-assignments").then().body("items", empty());
    assertThat(
            users.strings(
                "select type from business_event where organization_id = ? and subject_kind = 'WORK_LIST' order by id",
                carrier))
        .containsExactly("WORK_HANDED_OVER", "WORK_RELEASED");
  }

  @RepeatedTest(5)
  void nothingIsLeftWithAPersonToWhomItWasGivenInTheMomentOfBeingDisabled() throws Exception {
    TestUser administrator = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    UUID incident = disclosed();
    String submission = registered();
    List<Integer> statuses =
        Simultaneously.statuses(
            () -> assignIncident(incident, 1, reviewer).extract().response(),
            () -> assign(analyst, "SUBMISSION", submission, reviewer.id()).extract().response(),
            () ->
                act(administrator, "/v1/users/" + reviewer.id() + "/disable").extract().response());
    assertThat(statuses.subList(0, 2)).isSubsetOf(200, 422);
    assertThat(statuses.getLast()).isEqualTo(200);
    assertThat(users.count("select count(*) from triage where assignee_id = ?", reviewer.id()))
        .isZero();
    assertThat(
            users.count(
                "select count(*) from work_assignment where assignee_id = ?", reviewer.id()))
        .isZero();
  }

  @Test
  void whoeverLosesTheRolesForItKeepsNoWork() {
    TestUser administrator = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    UUID incident = disclosed();
    assignIncident(incident, 1, reviewer).statusCode(200);
    api.as(administrator)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body(Map.of("roles", List.of("CARRIER_AUDITOR")))
        .put("/v1/users/" + reviewer.id() + "/roles")
        .then()
        .statusCode(200);
    api.as(analyst).get("/v1/triage-items/" + incident).then().body("assigneeId", nullValue());
  }

  @Test
  void aRoleThatAddsToOthersIsNotGivenAlone() {
    for (OrganizationKind side : OrganizationKind.values()) {
      TestUser administrator = users.someone(Role.administratorOf(side));
      for (Role role : Role.values()) {
        if (role.side() == side) {
          TestUser person = users.someone(role, administrator.organizationId());
          ValidatableResponse answer =
              api.as(administrator)
                  .header("If-Match", "\"1\"")
                  .contentType(ContentType.JSON)
                  .body(Map.of("roles", List.of(role.name())))
                  .put("/v1/users/" + person.id() + "/roles")
                  .then();
          if (role.standsAlone()) {
            answer.statusCode(200);
          } else {
            answer.statusCode(422).body("errors.code", contains("ROLE_NOT_ALONE"));
          }
        }
      }
    }
  }

  /** Whatever roles there will be: an account is its owner's. */
  @TestFactory
  Stream<DynamicTest> everyRoleAloneCanDoWhatEverybodyCan() {
    return Arrays.stream(Role.values())
        .map(role -> DynamicTest.dynamicTest(role.name(), () -> isWholeAlone(role)));
  }

  private void isWholeAlone(Role role) {
    TestUser alone = users.someone(role);
    for (String path :
        List.of(
            "/v1/me",
            "/v1/me/sessions",
            "/v1/me/notification-settings",
            "/v1/notifications",
            "/v1/work")) {
      api.as(alone).get(path).then().statusCode(200);
    }
    api.as(alone)
        .contentType(ContentType.JSON)
        .body(Map.of("password", alone.password()))
        .post("/v1/me/second-factor")
        .then()
        .statusCode(201);
    api.as(alone)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "currentPassword", alone.password(), "newPassword", "a wholly new pass phrase 8"))
        .post("/v1/me/password")
        .then()
        .statusCode(204);
    Contract.get().operations().stream()
        .filter(operation -> operation.path().startsWith("/v1/me"))
        .forEach(
            operation ->
                assertThat(((List<?>) operation.body().get("x-roles")))
                    .as(operation.id())
                    .anyMatch(named -> role.name().equals(named)));
  }

  private UUID disclosed() {
    UUID incident = incidents.record(reporter, carrier, ORDINARY);
    incidents.disclose(reporter, incident, 1, carrier, ORDINARY, APRIL);
    return incident;
  }

  private String registered() {
    post(
        reporter,
        "/v1/relationships",
        """
        {"legalName": "Cattail Leads LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
         "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
         "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
         "contact": {"name": "Desk", "email": "desk@company.example"}}
        """);
    return submissions.register(agency, carrier);
  }

  private String plan(UUID incident) {
    return post(
        reviewer,
        "/v1/corrective-action-plans",
        """
        {"agencyId": "%s", "title": "New scripts", "incidentIds": ["%s"],
         "actionItems": [{"title": "Train everybody", "owner": "Trainer", "dueDate": "2099-01-31"}]}
        """
            .formatted(agency, incident));
  }

  private ValidatableResponse work(TestUser person) {
    return api.as(person).get("/v1/work").then().statusCode(200);
  }

  private ValidatableResponse assignIncident(UUID incident, int version, TestUser to) {
    return api.as(analyst)
        .header("If-Match", "\"" + version + "\"")
        .contentType(ContentType.JSON)
        .body(Map.of("assigneeId", to.id().toString()))
        .post("/v1/triage-items/" + incident + "/assign")
        .then();
  }

  private ValidatableResponse assign(TestUser by, String kind, String id, UUID to) {
    Map<String, String> body =
        to == null
            ? Map.of("subjectKind", kind, "subjectId", id)
            : Map.of("subjectKind", kind, "subjectId", id, "assigneeId", to.toString());
    return api.as(by).contentType(ContentType.JSON).body(body).post("/v1/work-assignments").then();
  }

  private ValidatableResponse handOver(TestUser by, TestUser from, UUID to) {
    return api.as(by)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body(to == null ? Map.of() : Map.of("assigneeId", to.toString()))
        .post("/v1/users/" + from.id() + "/hand-over")
        .then();
  }

  private ValidatableResponse act(TestUser by, String path) {
    return api.as(by).header("If-Match", "\"1\"").post(path).then();
  }

  private String post(TestUser by, String path, String body) {
    return api.as(by)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}

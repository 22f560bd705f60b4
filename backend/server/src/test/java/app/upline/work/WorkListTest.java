package app.upline.work;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waits for whom, from the first record to the last answer. */
@Tag("engine")
@MicronautTest(transactional = false)
class WorkListTest {

  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 9, 0);

  private static final String RELATIONSHIP =
      """
      {"legalName": "Cattail Leads LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Cattail LLC"},
       "incidentDateUnknown": true, "discoveryDate": "%s", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "severity": "%s", "description": "A page went live before it had been approved."}
      """;

  @Inject Api api;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;
  @Inject DisclosedIncidents incidents;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = users.agency();
    carrier = users.carrier();
    organizations.contract(agency, carrier);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
    analyst = users.someone(Role.CARRIER_ANALYST, carrier);
    reviewer = users.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void aDisclosureWaitsForTheAgencyThenForTheCarrierThenForTheAgencyAgain() {
    of(reporter).body("items", empty()).body("counts.kind", hasItems("RETURNED_SUBMISSION"));
    post(reporter, "/v1/relationships", RELATIONSHIP);
    of(reporter)
        .body("items.kind", contains("RELATIONSHIP_DUTY"))
        .body("items[0].why", containsString("1 change is not disclosed"))
        .body("items[0].organization.id", equalTo(carrier.toString()));
    of(analyst).body("items", empty());

    String draft = post(reporter, "/v1/submissions", "{\"carrierId\": \"%s\"}".formatted(carrier));
    of(reporter).body("items.kind", hasItem("DRAFT_SUBMISSION"));
    api.as(reporter)
        .header("If-Match", "\"1\"")
        .post("/v1/submissions/" + draft + "/discard")
        .then()
        .statusCode(200);
    String submission = submissions.register(agency, carrier);
    of(reporter).body("items", empty());
    of(analyst)
        .body("items.kind", contains("SUBMISSION_TO_REVIEW"))
        .body("items[0].subject.id", equalTo(submission));

    act(reviewer, "/v1/submissions/" + submission + "/return", 2, "{\"message\": \"See.\"}");
    of(analyst).body("items", empty());
    of(reporter)
        .body("items.kind", contains("RETURNED_SUBMISSION"))
        .body("items[0].urgency", equalTo("SOON"))
        .body("counts.find { it.kind == 'RETURNED_SUBMISSION' }.count", equalTo(1));
    of(users.someone(Role.AGENCY_REPORTER)).body("items", empty());
    of(users.someone(Role.CARRIER_AUDITOR, carrier)).body("items", empty()).body("counts", empty());
  }

  @Test
  void aMonthIsOwedFromTheFirstIncidentOnAndOverdueAfterItsLastDay() {
    LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    YearMonth before = YearMonth.from(today).minusMonths(2);
    post(reporter, "/v1/incidents", INCIDENT.formatted(carrier, before.atDay(3), "LOW"));
    of(reporter)
        .body("items.kind", contains("REPORTING_PERIOD"))
        .body("items[0].urgency", equalTo("OVERDUE"))
        .body("items[0].dueOn", equalTo(before.atEndOfMonth().toString()))
        .body("items[0].subject.period", equalTo(before.toString()));
    submissions.incidents(agency, carrier);
    of(reporter).body("items", empty());
  }

  @Test
  void aMonthWithoutIncidentsIsOwedUntilItIsDeclaredWhereTheCarrierWantsThat() {
    users.run(
        "update reporting_policy set nil_incident_report_wanted = true, incident_due_day = '28', grace_days = 28"
            + " where carrier_id = ?",
        carrier);
    YearMonth current = YearMonth.now(ZoneId.of("America/New_York"));
    YearMonth over = current.minusMonths(1);
    users.run("update agency_contract set since = ? where agency_id = ?", over.atDay(1), agency);
    of(reporter).body("items.subject.period", contains(over.toString(), current.toString()));
    TestUser attester = users.someone(Role.AGENCY_ATTESTER, agency);
    post(
        attester,
        "/v1/nil-declarations",
        """
        {"carrierId": "%s", "period": "%s", "wordingVersion": "v1", "title": "Compliance Officer", "accepted": true}
        """
            .formatted(carrier, over));
    of(reporter).body("items.subject.period", contains(current.toString()));
  }

  @Test
  void criticalIncidentsComeFirstAndWhatAColleagueHasTakenIsTheColleagues() {
    UUID ordinary = disclosed(ORDINARY.by("1"));
    UUID critical = disclosed(ORDINARY.by("2").severity("CRITICAL"));
    of(analyst)
        .body(
            "items.kind",
            contains(
                "CRITICAL_INCIDENT",
                "INCIDENT_TO_TRIAGE",
                "SUBMISSION_TO_REVIEW",
                "SUBMISSION_TO_REVIEW"))
        .body("items[0].subject.id", equalTo(critical.toString()));
    assign(ordinary, 1, reviewer);
    assign(critical, 1, reviewer);
    of(reviewer).body("items.kind", hasItems("CRITICAL_INCIDENT", "ASSIGNED_INCIDENT"));
    of(analyst)
        .body("items.kind", not(hasItem("CRITICAL_INCIDENT")))
        .body("items.kind", not(hasItem("INCIDENT_TO_TRIAGE")));
  }

  @Test
  void aRequestWaitsForTheAgencyUntilItAnswersAndThenForTheCarrierUntilItGoesOn() {
    UUID incident = disclosed(ORDINARY);
    String item = "/v1/triage-items/" + incident;
    act(analyst, item + "/review", 1, "{}");
    act(analyst, item + "/wait", 2, "{\"message\": \"Please send the recording.\"}");
    of(analyst).body("items.kind", contains("SUBMISSION_TO_REVIEW"));
    String finding =
        of(reporter)
            .body("items.kind", contains("FINDING"))
            .body("items[0].urgency", equalTo("SOON"))
            .body("items[0].subject.incidentId", equalTo(incident.toString()))
            .extract()
            .path("items[0].subject.id");
    post(reporter, "/v1/findings/" + finding + "/answers", "{\"text\": \"It is attached.\"}");
    of(reporter).body("items", empty());
    of(analyst)
        .body("items.kind", hasItem("ANSWERED_REQUEST"))
        .body("counts.find { it.kind == 'ANSWERED_REQUEST' }.count", equalTo(1));
    act(analyst, item + "/review", 3, "{}");
    of(analyst).body("items.kind", hasItem("INCIDENT_TO_TRIAGE"));
    of(analyst).body("counts.find { it.kind == 'ANSWERED_REQUEST' }.count", equalTo(0));
  }

  @Test
  void aFindingThatIsNotAnsweredNoLongerWaitsOnceTheIncidentIsClosed() {
    UUID incident = disclosed(ORDINARY);
    post(
        analyst,
        "/v1/incidents/" + incident + "/findings",
        "{\"kind\": \"FINDING\", \"visibleToAgency\": true, \"text\": \"The script was old.\"}");
    post(
        analyst,
        "/v1/incidents/" + incident + "/findings",
        "{\"kind\": \"NOTE\", \"visibleToAgency\": true, \"text\": \"For your files.\"}");
    of(reporter).body("items.kind", contains("FINDING"));
    String item = "/v1/triage-items/" + incident;
    act(analyst, item + "/review", 1, "{}");
    act(reviewer, item + "/decide", 2, "{\"conclusion\": \"FOUNDED\", \"reason\": \"Heard it.\"}");
    act(reviewer, item + "/close", 3, "{}");
    of(reporter).body("items", empty());
  }

  @Test
  void aPlanWaitsForEvidenceThenForItsJudgmentThenForValidation() {
    UUID incident = disclosed(ORDINARY);
    String plan =
        post(
            reviewer,
            "/v1/corrective-action-plans",
            """
            {"agencyId": "%s", "title": "Train again", "incidentIds": ["%s"],
             "actionItems": [{"title": "Train", "owner": "Lead", "dueDate": "2099-01-31"},
                             {"title": "Test", "owner": "Lead", "dueDate": "2099-02-28"}]}
            """
                .formatted(agency, incident));
    String path = "/v1/corrective-action-plans/" + plan;
    of(reporter)
        .body("items.kind", contains("CORRECTIVE_ACTION_PLAN"))
        .body("items[0].dueOn", equalTo("2099-01-31"))
        .body("items[0].why", containsString("2 items wait for evidence"));
    String first = api.as(reporter).get(path).path("actionItems[0].id");
    String second = api.as(reporter).get(path).path("actionItems[1].id");
    act(reporter, path + "/items/" + first + "/evidence", 1, "{\"text\": \"Done.\"}");
    of(reporter).body("items[0].dueOn", equalTo("2099-02-28"));
    of(reviewer).body("items.kind", hasItem("PLAN_TO_VALIDATE"));
    act(reporter, path + "/items/" + second + "/evidence", 2, "{\"text\": \"Done.\"}");
    of(reporter).body("items", empty());
    act(reviewer, path + "/items/" + first + "/accept", 3, "{}");
    act(reviewer, path + "/items/" + second + "/accept", 4, "{}");
    of(analyst).body("items.why", hasItem(containsString("all items are accepted")));
    act(reviewer, path + "/close", 5, "{\"message\": \"Heard twenty calls.\"}");
    of(reviewer).body("items.kind", not(hasItem("PLAN_TO_VALIDATE")));
  }

  @Test
  void aChangeWaitsForTheSecondAdministratorAndNotForTheOneWhoAsks() {
    TestUser first = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    TestUser second = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    users.run(
        """
        insert into role_change (id, organization_id, kind, requested_by, requested_at, expires_at, state, version)
        values (?, ?, 'APPROVAL_OFF', ?, utc_timestamp(6), utc_timestamp(6) + interval 7 day, 'WAITING', 1)""",
        UUID.randomUUID(),
        carrier,
        first.id());
    of(first).body("items", empty());
    of(second).body("items.kind", contains("ROLE_CHANGE")).body("items", hasSize(1));
  }

  @Test
  void itShowsFiftyAndCountsAHundred() {
    for (int i = 0; i < 101; i++) {
      disclosed(ORDINARY.by(Integer.toString(1_000 + i)));
    }
    of(analyst)
        .body("items", hasSize(50))
        .body("counts.find { it.kind == 'INCIDENT_TO_TRIAGE' }.count", equalTo(100))
        .body("counts.find { it.kind == 'INCIDENT_TO_TRIAGE' }.countIsCapped", equalTo(true))
        .body("counts.find { it.kind == 'CRITICAL_INCIDENT' }.countIsCapped", equalTo(false));
  }

  private UUID disclosed(DisclosedIncidents.Kind kind) {
    UUID incident = incidents.record(reporter, carrier, kind);
    incidents.disclose(reporter, incident, 1, carrier, kind, APRIL);
    return incident;
  }

  private void assign(UUID incident, int version, TestUser to) {
    act(
        analyst,
        "/v1/triage-items/" + incident + "/assign",
        version,
        "{\"assigneeId\": \"%s\"}".formatted(to.id()));
  }

  private ValidatableResponse of(TestUser person) {
    return api.as(person).get("/v1/work").then().statusCode(200);
  }

  private String post(TestUser person, String path, String json) {
    return api.as(person)
        .contentType("application/json")
        .body(json)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void act(TestUser person, String path, int version, String json) {
    api.as(person)
        .header("If-Match", "\"%d\"".formatted(version))
        .contentType("application/json")
        .body(json)
        .post(path)
        .then()
        .statusCode(200);
  }
}

package app.upline.figures;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.DisclosedIncidents.Kind;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures against numbers worked out by hand. The carrier is in New York. */
@Tag("engine")
@MicronautTest(transactional = false)
class FiguresTest {

  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true, "lateReason": "The leads were reviewed late."}
      """;

  private static final String LEADS =
      """
      {"legalName": "Blue Agave Leads LLC", "entityType": "LEAD_GENERATOR", "licensedProducer": false, "functions": ["LEAD_GENERATION"],
       "leadChannels": ["TV", "WEB_FORM"], "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01",
       "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser analyst;
  private TestUser reporter;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = crowd.carrier();
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    reporter = another();
  }

  @Test
  void aCarrierCountsWhatItHoldsAndAnAgencyItsOwn() {
    TestUser downline = another();
    crowd.run(
        "update agency set upline_agency_id = ? where id = ?",
        reporter.organizationId(),
        downline.organizationId());
    UUID first = told(reporter, carrier, on("2026-03-10").severity("HIGH"), "2026-03-12T23:00:00");
    decided(first, "ACKNOWLEDGED", "2026-03-14T23:00:00");
    // Still the 27th in New York, whose clocks have changed by then.
    UUID second = told(reporter, carrier, on("2026-03-20"), "2026-03-28T03:30:00");
    decided(second, "RETURNED", "2026-03-29T03:30:00");
    // Still the 12th in New York, whose clocks have not.
    told(reporter, carrier, on("2026-02-10"), "2026-02-13T04:30:00");
    told(downline, carrier, on("2026-03-01").severity("LOW"), "2026-04-10T12:00:00");
    crowd.run(
        "update incident set late = true, state = 'FL' where agency_id = ?",
        downline.organizationId());
    incidents.withdraw(told(downline, carrier, on("2026-03-02"), "2026-03-03T12:00:00"));
    incidents.record(reporter, carrier, on("2026-03-05"));
    UUID elsewhere = crowd.carrier();
    organizations.contract(reporter.organizationId(), elsewhere);
    told(reporter, elsewhere, on("2026-03-06"), "2026-03-06T12:00:00");
    told(reporter, carrier, on("2026-04-01"), "2026-04-01T12:00:00");

    carrierFigures("?fromPeriod=2026-02&toPeriod=2026-03")
        .body("incidents.total", equalTo(4))
        .body("incidents.byMonth.code", contains("2026-02", "2026-03"))
        .body("incidents.byMonth.count", contains(1, 3))
        .body("incidents.bySeverity.code", contains("MEDIUM", "HIGH", "LOW"))
        .body("incidents.bySeverity.count", contains(2, 1, 1))
        .body("incidents.byCategory.code", contains("UNSOLICITED_CONTACT"))
        .body("incidents.byState.count", contains(4))
        .body("incidents.byLeadChannel", empty())
        .body("incidents.reported", equalTo(4))
        .body("incidents.onTime", equalTo(3))
        .body("incidents.onTimeRate", equalTo(0.75f))
        .body("incidents.medianDaysToReport", equalTo(4.5f))
        .body("incidents.medianDaysToDecision", equalTo(1.5f))
        .body("byAgency.count", contains(3, 1))
        .body("byAgency[0].code", equalTo(reporter.organizationId().toString()))
        .body("byUpline[0].code", nullValue())
        .body("byUpline[1].code", equalTo(reporter.organizationId().toString()))
        .body("byUpline.count", contains(3, 1));
    agencyFigures(reporter, "?fromPeriod=2026-02&toPeriod=2026-03")
        .body("incidents.total", equalTo(5))
        .body("incidents.reported", equalTo(4))
        .body("incidents.medianDaysToReport", equalTo(2f))
        .body("comparison", nullValue());
    agencyFigures(reporter, "?fromPeriod=2026-02&toPeriod=2026-03&carrierId=" + carrier)
        .body("incidents.total", equalTo(4))
        .body("incidents.reported", equalTo(3))
        .body("incidents.onTimeRate", equalTo(1f));
  }

  @Test
  void nothingIsNoughtAndWhatCannotBeDividedIsAbsent() {
    carrierFigures("?fromPeriod=2026-02&toPeriod=2026-03")
        .body("incidents.byMonth.count", contains(0, 0))
        .body("incidents.onTimeRate", nullValue())
        .body("incidents.medianDaysToReport", nullValue())
        .body("incidents.medianDaysToDecision", nullValue())
        .body("correctiveActions.openPlans", equalTo(0));
    carrierFigures("").body("incidents.byMonth", hasSize(12));
    agencyFigures(crowd.someone(Role.AGENCY_REPORTER), "")
        .body("incidents.total", equalTo(0))
        .body("incidents.medianDaysToReport", nullValue());
  }

  @Test
  void aSubcontractorsLeadChannelsAreThoseOfTheRevisionHeld() {
    String relationship = created("/v1/relationships", LEADS);
    String subject =
        """
        {"subject": {"type": "SUBCONTRACTOR", "name": "Blue Agave Leads LLC", "npn": null, "relationshipId": "%s"}}
        """
            .formatted(relationship);
    created("/v1/incidents", IncidentJson.of(carrier, subject));
    submit("INCIDENTS");
    String months = "?fromPeriod=2026-10&toPeriod=2026-10";
    agencyFigures(reporter, months)
        .body("incidents.byLeadChannel.code", containsInAnyOrder("TV", "WEB_FORM"))
        .body("incidents.bySubcontractor.name", contains("Blue Agave Leads LLC"));
    carrierFigures(months)
        .body("incidents.total", equalTo(1))
        .body("incidents.byLeadChannel", empty())
        .body("incidents.bySubcontractor", empty());
    submit("RELATIONSHIPS");
    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"leadChannels\": [\"RADIO\"]}")
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
    agencyFigures(reporter, months).body("incidents.byLeadChannel.code", contains("RADIO"));
    carrierFigures(months)
        .body("incidents.byLeadChannel.code", containsInAnyOrder("TV", "WEB_FORM"))
        .body("incidents.byLeadChannel.count", contains(1, 1))
        .body("incidents.bySubcontractor.code", contains(relationship));
  }

  @Test
  void openCorrectiveActionsAreThoseOfTheCallersSide() {
    plan(reporter.organizationId());
    carrierFigures("")
        .body("correctiveActions.openPlans", equalTo(1))
        .body("correctiveActions.openItems", equalTo(2))
        .body("correctiveActions.overdueItems", equalTo(1));
    agencyFigures(reporter, "").body("correctiveActions.openItems", equalTo(2));
    agencyFigures(another(), "").body("correctiveActions.openPlans", equalTo(0));
    api.as(crowd.someone(Role.CARRIER_ANALYST))
        .get("/v1/carrier-figures")
        .then()
        .body("correctiveActions.openPlans", equalTo(0));
  }

  @Test
  void theOtherAgenciesAreComparedWithOnlyWhereNoneCanBeToldFromTheRest() {
    String quarter = "?fromPeriod=2026-01&toPeriod=2026-03&carrierId=" + carrier;
    for (int i = 0; i < 12; i++) {
      told(reporter, carrier, on("2026-02-10"), "2026-02-12T12:00:00");
    }
    TestUser second = another();
    TestUser third = another();
    for (int i = 0; i < 6; i++) {
      told(second, carrier, on("2026-02-10"), "2026-02-12T12:00:00");
      told(third, carrier, on("2026-02-10"), "2026-02-12T12:00:00");
    }
    // Twelve of two agencies are theirs too visibly; the caller's own never count.
    agencyFigures(reporter, quarter)
        .body("incidents.total", equalTo(12))
        .body("comparison.quarter", equalTo("2026-Q1"))
        .body("comparison.asOf", equalTo("2026-05-01T04:00:00Z"))
        .body("comparison.total", nullValue())
        .body("comparison.byState", hasSize(56));
    TestUser fourth = another();
    told(fourth, carrier, on("2026-02-10"), "2026-02-12T12:00:00");
    told(fourth, carrier, on("2026-02-10"), "2026-05-01T04:00:01");
    agencyFigures(reporter, quarter)
        .body("comparison.total", equalTo(13))
        .body("comparison.byMonth.count", everyItem(nullValue()))
        .body("comparison.bySeverity.count", everyItem(nullValue()));
    agencyFigures(reporter, "?fromPeriod=2026-02&toPeriod=2026-04&carrierId=" + carrier)
        .body("comparison", nullValue());
  }

  @Test
  void aCarrierWithoutAContractIsNotFound() {
    UUID stranger = crowd.carrier();
    api.as(reporter).get("/v1/agency-figures?carrierId=" + stranger).then().statusCode(404);
    api.as(reporter)
        .get("/v1/agency-figures?carrierId=" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void anotherOrganizationsIncidentsAreInNobodysFigures() {
    told(reporter, carrier, on("2026-03-10"), "2026-03-12T12:00:00");
    String months = "?fromPeriod=2026-03&toPeriod=2026-03";
    carrierFigures(months).body("incidents.total", equalTo(1));
    agencyFigures(another(), months).body("incidents.total", equalTo(0));
    api.as(crowd.someone(Role.CARRIER_ANALYST))
        .get("/v1/carrier-figures" + months)
        .then()
        .statusCode(200)
        .body("incidents.total", equalTo(0))
        .body("byAgency", empty());
  }

  @Test
  void moreThanTwoYearsAndAnEndBeforeTheBeginningAreRefused() {
    refused("?fromPeriod=2024-01&toPeriod=2026-01", "RANGE_TOO_LONG");
    refused("?fromPeriod=2026-03&toPeriod=2026-02", "PERIOD_ORDER");
    carrierFigures("?fromPeriod=2024-01&toPeriod=2025-12").body("incidents.byMonth", hasSize(24));
  }

  private void refused(String range, String code) {
    api.as(analyst)
        .get("/v1/carrier-figures" + range)
        .then()
        .statusCode(400)
        .body("errors.code", contains(code));
    api.as(reporter)
        .get("/v1/agency-figures" + range)
        .then()
        .statusCode(400)
        .body("errors.code", contains(code));
  }

  private TestUser another() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    organizations.contract(person.organizationId(), carrier);
    return person;
  }

  private static Kind on(String day) {
    return ORDINARY.on(LocalDate.parse(day));
  }

  /** Answers the submission. */
  private UUID told(TestUser person, UUID to, Kind kind, String at) {
    UUID id = incidents.record(person, to, kind);
    UUID submission = incidents.disclose(person, id, 1, to, kind, LocalDateTime.parse(at));
    crowd.run(
        "insert into incident_disclosure_facet (carrier_id, facet, incident_id) values (?, ?, ?)",
        to,
        "period:" + kind.day().toString().substring(0, 7),
        id);
    return submission;
  }

  private void decided(UUID submission, String decision, String at) {
    crowd.run(
        "update submission_revision set decision = ?, decided_at = ? where submission_id = ?",
        decision,
        LocalDateTime.parse(at),
        submission);
  }

  /** Three items: one overdue, one to come, one accepted. */
  private void plan(UUID agency) {
    UUID plan = UUID.randomUUID();
    crowd.run(
        """
        insert into corrective_action_plan (id, carrier_id, agency_id, reference, title, state, version, issued_at, issued_by,
          issuer_name, changed_at)
        values (?, ?, ?, ?, 'Scripts', 'ISSUED', 1, '2026-01-01', ?, 'Reviewer', '2026-01-01')
        """,
        plan,
        carrier,
        agency,
        plan.toString().substring(0, 20),
        analyst.id());
    String item =
        "insert into corrective_action_item (id, plan_id, seq, title, owner, due_date, state)";
    crowd.run(
        item
            + " values (random_bytes(16), ?, 1, 'A', 'B', '2026-02-01', 'OPEN'),"
            + " (random_bytes(16), ?, 2, 'A', 'B', '2999-02-01', 'EVIDENCE_SUBMITTED'),"
            + " (random_bytes(16), ?, 3, 'A', 'B', '2026-02-01', 'ACCEPTED')",
        plan,
        plan,
        plan);
  }

  private String created(String path, String json) {
    return api.as(reporter)
        .contentType("application/json")
        .body(json)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void submit(String kind) {
    String id =
        created(
            "/v1/submissions",
            "{\"carrierId\": \"%s\", \"kind\": \"%s\"}".formatted(carrier, kind));
    api.as(crowd.someone(Role.AGENCY_ATTESTER, reporter.organizationId()))
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(STATEMENT)
        .post("/v1/submissions/" + id + "/submit")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse carrierFigures(String query) {
    return api.as(analyst).get("/v1/carrier-figures" + query).then().statusCode(200);
  }

  private ValidatableResponse agencyFigures(TestUser person, String query) {
    return api.as(person).get("/v1/agency-figures" + query).then().statusCode(200);
  }
}

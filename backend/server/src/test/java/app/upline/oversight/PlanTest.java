package app.upline.oversight;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.ExampleBody;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A carrier asks an agency to put something right, and sees that it was. */
@Tag("engine")
@MicronautTest(transactional = false)
class PlanTest {

  private static final String PLANS = "/v1/corrective-action-plans";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject DisclosedIncidents incidents;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private UUID agency;
  private TestUser reporter;
  private TestUser reviewer;
  private UUID incident;

  @BeforeEach
  void aDisclosedIncident() {
    carrier = crowd.carrier();
    agency = crowd.agency();
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    incident = incidents.record(reporter, carrier, ORDINARY);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
  }

  @Test
  void evidenceIsSubmittedRejectedSubmittedAgainAcceptedAndThePlanValidated() {
    String plan = issue().statusCode(201).body("state", equalTo("ISSUED")).extract().path("id");
    String item =
        get(reporter, plan)
            .body("possibleActions", empty())
            .body("actionItems[0].possibleActions", contains("ATTACH_FILE", "SUBMIT_EVIDENCE"))
            .extract()
            .path("actionItems[0].id");
    get(reviewer, plan)
        .body("possibleActions", contains("CANCEL"))
        .body("actionItems[0].possibleActions", contains("EXTEND"));
    onItem(reporter, plan, item, 1, "evidence", "{\"text\": \"Done.\", \"reference\": \"LMS-1\"}")
        .statusCode(200)
        .body("actionItems[0].state", equalTo("EVIDENCE_SUBMITTED"));
    onItem(reviewer, plan, item, 2, "reject", "{\"message\": \"Two are missing.\"}")
        .statusCode(200)
        .body("actionItems[0].rejectionReason", equalTo("Two are missing."));
    onItem(reviewer, plan, item, 3, "accept", "{}")
        .statusCode(409)
        .body("possibleActions", contains("EXTEND"));
    onItem(reporter, plan, item, 3, "evidence", "{\"text\": \"Now all.\"}").statusCode(200);
    onItem(reviewer, plan, item, 4, "accept", "{}")
        .statusCode(200)
        .body("state", equalTo("READY_FOR_VALIDATION"))
        .body("actionItems[0].evidence", hasSize(2));
    step(reviewer, plan, 5, "close", "{\"message\": \"Twenty calls heard.\"}")
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("possibleActions", empty());
    api.as(reporter)
        .get(PLANS + "/" + plan + "/events")
        .then()
        .statusCode(200)
        .body(
            "items.action",
            contains("ISSUE", "SUBMIT_EVIDENCE", "REJECT", "SUBMIT_EVIDENCE", "ACCEPT", "CLOSE"));
  }

  @Test
  void anItemIsGivenMoreTimeForAReasonAndTheHistoryKeepsBothDates() {
    String plan = issue(agency, incident, "2099-01-31").extract().path("id");
    String item = get(reviewer, plan).extract().path("actionItems[0].id");
    String more = "{\"dueDate\": \"%s\", \"message\": \"The trainer was ill.\"}";
    onItem(reviewer, plan, item, 1, "extend", more.formatted("2099-01-31"))
        .statusCode(422)
        .body("errors.pointer", contains("/dueDate"));
    onItem(reviewer, plan, item, 1, "extend", "{\"dueDate\": \"2099-02-28\"}").statusCode(422);
    onItem(reporter, plan, item, 1, "extend", more.formatted("2099-02-28")).statusCode(403);
    onItem(reviewer, plan, item, 1, "extend", more.formatted("2099-02-28"))
        .statusCode(200)
        .body("actionItems[0].dueDate", equalTo("2099-02-28"))
        .body("actionItems[0].state", equalTo("OPEN"));
    api.as(reporter)
        .get(PLANS + "/" + plan + "/events")
        .then()
        .body("items.action", contains("ISSUE", "EXTEND"))
        .body("items[1].dueDateBefore", equalTo("2099-01-31"))
        .body("items[1].dueDate", equalTo("2099-02-28"))
        .body("items[1].message", equalTo("The trainer was ill."));
    step(reviewer, plan, 2, "cancel", "{\"message\": \"No longer.\"}").statusCode(200);
    onItem(reviewer, plan, item, 3, "extend", more.formatted("2099-03-31")).statusCode(409);
  }

  @Test
  void aPlanNeedsNoIncidentButAnAgencyOfTheCarrier() {
    String draft =
        """
        {"agencyId": "%s", "title": "After the audit of May",
         "actionItems": [{"title": "Train all callers", "owner": "Training lead", "dueDate": "2099-01-31"}]}
        """;
    organizations.contract(agency, carrier);
    api.as(reviewer)
        .contentType("application/json")
        .body(draft.formatted(agency))
        .post(PLANS)
        .then()
        .statusCode(201)
        .body("incidents", empty());
    api.as(reviewer)
        .contentType("application/json")
        .body(draft.formatted(crowd.agency()))
        .post(PLANS)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/agencyId"));
  }

  @Test
  void filesGoWithTheEvidenceAndBothSidesReadThem() {
    String plan = issue().extract().path("id");
    String item = get(reporter, plan).extract().path("actionItems[0].id");
    byte[] list = "Ana, Ben: passed.".getBytes(UTF_8);
    String file =
        attach(reporter, plan, item, 1, list)
            .statusCode(201)
            .header("ETag", "\"2\"")
            .body("actionItems[0].state", equalTo("OPEN"))
            .body("actionItems[0].attachments.attachment.mediaType", contains("text/plain"))
            .extract()
            .path("actionItems[0].attachments[0].attachment.id");
    attach(reporter, plan, item, 2, new byte[] {0x4d, 0x5a, 0, 1, 2, 3}).statusCode(422);
    attach(reporter, plan, item, 1, list).statusCode(412);
    String path = PLANS + "/" + plan + "/items/" + item + "/attachments/" + file;
    assertThat(api.as(reviewer).get(path).asByteArray()).isEqualTo(list);
    assertThat(api.as(reporter).get(path).asByteArray()).isEqualTo(list);
    api.as(crowd.someone(Role.CARRIER_REVIEWER, crowd.carrier())).get(path).then().statusCode(404);
    api.as(crowd.someone(Role.AGENCY_REPORTER)).get(path).then().statusCode(404);
    onItem(reporter, plan, item, 2, "evidence", "{\"text\": \"The list says it.\"}")
        .statusCode(200);
    onItem(reviewer, plan, item, 3, "accept", "{}").statusCode(200);
    // Rejecting is possible, but for the carrier alone.
    attach(reporter, plan, item, 4, list).statusCode(409).body("possibleActions", nullValue());
    api.as(reviewer)
        .get(PLANS + "/" + plan + "/events")
        .then()
        .body("items.action", contains("ISSUE", "ATTACH_FILE", "SUBMIT_EVIDENCE", "ACCEPT"));
  }

  private ValidatableResponse attach(
      TestUser person, String plan, String item, int version, byte[] file) {
    return api.as(person)
        .header("If-Match", "\"" + version + "\"")
        .multiPart("file", "list.txt", file)
        .multiPart("kind", "TRAINING_RECORD")
        .post(PLANS + "/" + plan + "/items/" + item + "/attachments")
        .then();
  }

  @Test
  void nothingIsClosedBeforeAllIsAcceptedAndNothingChangesAfterTheEnd() {
    String plan = issue().extract().path("id");
    String item = get(reviewer, plan).extract().path("actionItems[0].id");
    step(reviewer, plan, 1, "close", "{\"message\": \"Looks fine.\"}")
        .statusCode(409)
        .body("possibleActions", contains("CANCEL"));
    step(reviewer, plan, 9, "cancel", "{\"message\": \"No longer.\"}").statusCode(412);
    step(reviewer, plan, 1, "cancel", "{\"message\": \"No longer.\"}").statusCode(200);
    onItem(reporter, plan, item, 2, "evidence", "{\"text\": \"Done.\"}")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
  }

  @Test
  void whatIsPastItsDueDateIsOverdueUntilItIsAccepted() {
    String plan = issue().extract().path("id");
    String item =
        get(reviewer, plan).body("overdue", equalTo(false)).extract().path("actionItems[0].id");
    list(reporter, "?overdue=true").body("items", empty());
    owner.run(
        "update corrective_action_item set due_date = '2026-01-31' where plan_id = ?",
        UUID.fromString(plan));
    crowd.run(
        "update corrective_action_plan set next_due = '2026-01-31' where id = ?",
        UUID.fromString(plan));
    get(reporter, plan)
        .body("overdue", equalTo(true))
        .body("actionItems[0].overdue", equalTo(true));
    list(reporter, "?overdue=true").body("items.id", contains(plan));
    list(reviewer, "?overdue=true").body("items.id", contains(plan));
    onItem(reporter, plan, item, 1, "evidence", "{\"text\": \"Done.\"}").statusCode(200);
    onItem(reviewer, plan, item, 2, "accept", "{}").body("overdue", equalTo(false));
    list(reviewer, "?overdue=true").body("items", empty());
    list(reviewer, "?state=READY_FOR_VALIDATION").body("items", hasSize(1));
  }

  @Test
  void aPlanIsIssuedForIncidentsOfThatAgencyOnly() {
    issue(crowd.agency(), incident, "2099-01-31")
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_INCIDENT"));
    issue(agency, incidents.record(reporter, carrier, ORDINARY), "2099-01-31")
        .statusCode(422)
        .body("errors.pointer", contains("/incidentIds/0"));
    issue(agency, incident, "2020-01-31").statusCode(422).body("errors.code", contains("DUE_DATE"));
  }

  /** Derived from the contract: another's plan is not there, for any caller. */
  @TestFactory
  Stream<DynamicTest> somebodyElsesPlanIsNotFound() {
    String plan = issue().extract().path("id");
    String item = get(reviewer, plan).extract().path("actionItems[0].id");
    return Contract.get().operations().stream()
        .filter(o -> o.path().contains("{planId}"))
        .flatMap(
            o ->
                ((List<?>) o.body().get("x-roles"))
                    .stream()
                        .map(name -> Role.valueOf(name.toString()))
                        .map(
                            role ->
                                DynamicTest.dynamicTest(
                                    o.id() + " as another's " + role,
                                    () ->
                                        assertThat(
                                                asked(o, role)
                                                    .request(
                                                        o.method().toUpperCase(),
                                                        o.path()
                                                            .replace("{planId}", plan)
                                                            .replace("{itemId}", item)
                                                            .replace("{attachmentId}", item))
                                                    .statusCode())
                                            .isEqualTo(404))));
  }

  private RequestSpecification asked(Contract.Operation operation, Role role) {
    RequestSpecification call = api.as(crowd.someone(role)).header("If-Match", "\"1\"");
    ExampleBody.into(call, operation);
    return call;
  }

  private ValidatableResponse issue() {
    return issue(agency, incident, "2099-01-31");
  }

  private ValidatableResponse issue(UUID to, UUID because, String due) {
    return api.as(reviewer)
        .contentType("application/json")
        .body(
            """
            {"agencyId": "%s", "title": "Calls only with permission", "incidentIds": ["%s"],
             "actionItems": [{"title": "Train all callers", "owner": "Training lead", "dueDate": "%s"}]}
            """
                .formatted(to, because, due))
        .post(PLANS)
        .then();
  }

  private ValidatableResponse get(TestUser person, String plan) {
    return api.as(person).get(PLANS + "/" + plan).then().statusCode(200);
  }

  private ValidatableResponse list(TestUser person, String query) {
    return api.as(person).get(PLANS + query).then().statusCode(200);
  }

  private ValidatableResponse step(
      TestUser person, String plan, int version, String action, String body) {
    return api.as(person)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/json")
        .body(body)
        .post(PLANS + "/" + plan + "/" + action)
        .then();
  }

  private ValidatableResponse onItem(
      TestUser person, String plan, String item, int version, String action, String body) {
    return step(person, plan, version, "items/" + item + "/" + action, body);
  }
}

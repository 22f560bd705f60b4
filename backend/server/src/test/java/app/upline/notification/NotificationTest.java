package app.upline.notification;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.Mailbox;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told what, where, and how often. */
@Tag("engine")
@MicronautTest(transactional = false)
class NotificationTest {

  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 9, 0);
  private static final String ALL = "/v1/notifications";
  private static final String RELATIONSHIP =
      """
      {"legalName": "Cattail %s LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;
  private static final String SETTINGS = "/v1/me/notification-settings";

  @Inject Api api;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;
  @Inject DisclosedIncidents incidents;
  @Inject Mailbox mailbox;
  @Inject EventDelivery delivery;
  @Inject DigestJob digests;
  @Inject Clock clock;

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
  void eachSideIsToldWhatTheOtherHasDoneWithASubmission() {
    String submission = submitted();
    TestUser elsewhere = users.someone(Role.CARRIER_REVIEWER);
    TestUser auditor = users.someone(Role.CARRIER_AUDITOR, carrier);
    for (TestUser person : List.of(analyst, reviewer)) {
      told(person)
          .body("items.type", contains("SUBMISSION_RECEIVED"))
          .body("items[0].subject.id", equalTo(submission))
          .body("items[0].work", equalTo("SUBMISSION_TO_REVIEW"))
          .body("unread.count", equalTo(1));
    }
    told(elsewhere).body("items", empty());
    told(auditor).body("items", empty());
    told(reporter).body("items", empty());

    act(reviewer, "/v1/submissions/" + submission + "/return", 2, "{\"message\": \"See.\"}");
    told(reporter)
        .body("items.type", contains("SUBMISSION_RETURNED"))
        .body("items[0].organization.id", equalTo(carrier.toString()));
    assertThat(mailbox.newestAbout("SUB-", reporter.email(), 1))
        .contains("was returned by")
        .contains("/submissions/" + submission);
  }

  @Test
  void aWithdrawalAndAnAcknowledgementAreTold() {
    String withdrawn = submitted();
    act(
        users.someone(Role.AGENCY_ATTESTER, agency),
        "/v1/submissions/" + withdrawn + "/withdraw",
        2,
        "{\"message\": \"Too early.\"}");
    told(reviewer)
        .body("items.type", containsInAnyOrder("SUBMISSION_WITHDRAWN", "SUBMISSION_RECEIVED"));
    String submission = submitted();
    act(reviewer, "/v1/submissions/" + submission + "/acknowledge", 2, "{}");
    told(reporter).body("items.type", contains("SUBMISSION_ACKNOWLEDGED"));
  }

  @Test
  void anUndoneAcknowledgementIsToldToBothSidesAndNotToTheOneWhoUndidIt() {
    String submission = submitted();
    String path = "/v1/submissions/" + submission;
    act(reviewer, path + "/acknowledge", 2, "{}");
    act(reviewer, path + "/undo-acknowledgement", 3, "{\"message\": \"Not yet looked at.\"}");
    told(reporter)
        .body("items.type", containsInAnyOrder("ACKNOWLEDGEMENT_UNDONE", "SUBMISSION_ACKNOWLEDGED"))
        .body("items.find { it.type == 'ACKNOWLEDGEMENT_UNDONE' }.subject.id", equalTo(submission));
    told(analyst)
        .body("items.type", containsInAnyOrder("REVIEW_REOPENED", "SUBMISSION_RECEIVED"))
        .body("items.find { it.type == 'REVIEW_REOPENED' }.work", equalTo("SUBMISSION_TO_REVIEW"));
    told(reviewer).body("items.type", contains("SUBMISSION_RECEIVED"));
    mailbox.newestAbout("SUB-", reporter.email(), 2);
    assertThat(mailbox.to(reporter.email()))
        .anySatisfy(
            mail ->
                assertThat(mail)
                    .contains("is under review again")
                    .contains("/submissions/" + submission))
        .allSatisfy(mail -> assertThat(mail).doesNotContain("Not yet looked at"));
  }

  @Test
  void aCriticalIncidentIsMailedToTheTeamAtOnceAndToldOnceWhateverFollowsUpOnIt() {
    DisclosedIncidents.Kind critical = ORDINARY.severity("CRITICAL").saying("Mrs. Smith of Tampa.");
    UUID incident = incidents.record(reporter, carrier, critical);
    incidents.disclose(reporter, incident, 1, carrier, critical, APRIL);
    incidents.revise(reporter, incident, 2, carrier, critical.harmful());
    incidents.disclose(reporter, incident, 2, carrier, critical.harmful(), APRIL.plusDays(1));
    told(analyst).body("items.type", contains("CRITICAL_INCIDENT"));
    assertThat(mailbox.newestFor(analyst.email(), 1))
        .contains("is critical")
        .contains("/incidents/" + incident)
        .doesNotContain("Smith");
  }

  @Test
  void anAssignmentIsForTheOneItIsGivenToAndNotForTheOneWhoGivesIt() {
    UUID incident = disclosed();
    assign(incident, 1, reviewer);
    assign(incident, 2, analyst);
    told(reviewer).body("items.type", contains("INCIDENT_ASSIGNED"));
    told(analyst).body("items", empty());
  }

  @Test
  void findingsAnswersAndPlansAreToldToTheOtherSideAndHiddenNotesToNobody() {
    UUID incident = disclosed();
    String findings = "/v1/incidents/" + incident + "/findings";
    post(
        analyst,
        findings,
        "{\"kind\": \"NOTE\", \"visibleToAgency\": false, \"text\": \"The third this year.\"}");
    String finding =
        post(
            analyst,
            findings,
            "{\"kind\": \"FINDING\", \"visibleToAgency\": true, \"text\": \"An old script.\"}");
    told(reporter).body("items.type", contains("FINDING_MADE"));
    post(reporter, "/v1/findings/" + finding + "/answers", "{\"text\": \"We agree.\"}");
    told(analyst).body("items.type", contains("FINDING_ANSWERED"));

    String plan =
        post(
            reviewer,
            "/v1/corrective-action-plans",
            """
            {"agencyId": "%s", "title": "Train again", "incidentIds": ["%s"],
             "actionItems": [{"title": "Train", "owner": "Lead", "dueDate": "2099-01-31"}]}
            """
                .formatted(agency, incident));
    String path = "/v1/corrective-action-plans/" + plan;
    String item = api.as(reporter).get(path).path("actionItems[0].id");
    act(reporter, path + "/items/" + item + "/evidence", 1, "{\"text\": \"Done.\"}");
    act(reviewer, path + "/items/" + item + "/reject", 2, "{\"message\": \"Not all.\"}");
    act(reporter, path + "/items/" + item + "/evidence", 3, "{\"text\": \"All.\"}");
    act(reviewer, path + "/items/" + item + "/accept", 4, "{}");
    act(reviewer, path + "/close", 5, "{\"message\": \"Seen.\"}");
    told(reporter)
        .body(
            "items.type",
            containsInAnyOrder(
                "PLAN_ENDED",
                "EVIDENCE_ACCEPTED",
                "EVIDENCE_REJECTED",
                "PLAN_ISSUED",
                "FINDING_MADE"));
    told(analyst)
        .body(
            "items.type",
            containsInAnyOrder("EVIDENCE_SUBMITTED", "EVIDENCE_SUBMITTED", "FINDING_ANSWERED"));
  }

  @Test
  void whatACarrierAnnouncesToAskIsToldToItsAgenciesAlone() {
    TestUser administrator = users.someone(Role.AGENCY_ADMINISTRATOR, agency);
    TestUser stranger = users.someone(Role.AGENCY_REPORTER);
    LocalDate day = LocalDate.now(clock).plusMonths(2).withDayOfMonth(1);
    post(
        users.someone(Role.CARRIER_ADMINISTRATOR, carrier),
        "/v1/carriers/" + carrier + "/policies",
        """
        {"effectiveFrom": "%s", "incidentDueDay": "15", "graceDays": 0, "reminderDays": [3], "nilIncidentReportWanted": false,
         "relationshipNotice": "AS_CHANGES_OCCUR", "noRelationshipsDeclarationWanted": false,
         "attestationVersion": "v2", "attestationWording": "To the best of my knowledge, this is accurate and complete."}
        """
            .formatted(day));
    told(reporter).body("items.type", contains("POLICY_ANNOUNCED"));
    told(administrator).body("items[0].subject.reference", equalTo("POL-" + day));
    told(stranger).body("items", empty());
  }

  @Test
  void theyAreReadOneByOneOrUpToTheNewestSeenAndBecomeUnreadAgain() {
    submitted();
    submitted();
    String older = told(analyst).body("items", hasSize(2)).extract().path("items[1].id");
    mark(analyst, older, "read").statusCode(200).body("readAt", notNullValue());
    api.as(analyst).get(ALL + "?unread=true").then().body("items", hasSize(1));
    mark(analyst, older, "unread").statusCode(200).body("readAt", nullValue());
    mark(reviewer, older, "read").statusCode(404);
    submitted();
    String seen = api.as(analyst).get(ALL).path("items[0].id");
    submitted();
    told(analyst).body("unread.count", equalTo(4));
    api.as(analyst)
        .contentType("application/json")
        .body("{\"upTo\": \"" + seen + "\"}")
        .post(ALL + "/read")
        .then()
        .statusCode(200);
    int unread = api.as(analyst).get(ALL).path("unread.count");
    assertThat(unread).isLessThan(4);
    told(reviewer).body("unread.count", equalTo(4));
  }

  @Test
  void aPersonChoosesAtOnceOrADigestOrNoMail() throws Exception {
    settings(reviewer)
        .body("chosen", equalTo(false))
        .body("mail.find { it.topic == 'SUBMISSIONS' }.choice", equalTo("DIGEST"));
    choose(reviewer, 0, "AT_ONCE").statusCode(200).body("chosen", equalTo(true));
    choose(reviewer, 0, "NONE").statusCode(412);
    choose(analyst, 0, "NONE").statusCode(200);
    TestUser third = users.someone(Role.CARRIER_ANALYST, carrier);
    submitted();
    submitted();
    told(third).body("items", hasSize(2));
    mailbox.newestFor(reviewer.email(), 2);

    Instant noon = noon();
    digests.digest(noon.minusSeconds(7_200));
    assertThat(mailbox.to(third.email())).isEmpty();
    Simultaneously.times(3, Executors.callable(() -> digests.digest(noon)));
    digests.digest(noon.plusSeconds(60));
    assertThat(mailbox.newestFor(third.email(), 1)).contains("- SUB-").contains("/notifications");
    assertThat(mailbox.to(third.email())).hasSize(1);
    assertThat(mailbox.to(analyst.email())).isEmpty();
    assertThat(mailbox.to(reviewer.email())).hasSize(2);
  }

  @Test
  void aMailboxOfTheTeamIsToldOfTheTopicsThatItsAdministratorEntered() {
    TestUser administrator = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    String address = UUID.randomUUID() + "@carrier.example";
    mailboxOf(administrator, 0, "{\"address\": \"nobody\", \"topics\": []}").statusCode(422);
    mailboxOf(
            administrator,
            0,
            "{\"address\": \"%s\", \"topics\": [\"SUBMISSIONS\"]}".formatted(address))
        .statusCode(200)
        .body("address", equalTo(address));
    disclosed();
    submitted();
    delivery.deliverDue();
    assertThat(mailbox.newestFor(address, 1)).contains("was submitted by");
    mailboxOf(administrator, 1, "{\"topics\": []}").statusCode(200).body("address", nullValue());
    submitted();
    delivery.deliverDue();
    assertThat(mailbox.to(address)).hasSize(1);
  }

  @Test
  void severalInstancesAtOnceTellOnce() throws Exception {
    submitted();
    Simultaneously.times(4, Executors.callable(delivery::deliverDue));
    told(analyst).body("items", hasSize(1));
    told(reviewer).body("items", hasSize(1));
  }

  @Test
  void whoHasReadItBeforeTheMailIsWrittenGetsNone() {
    UUID event = eventOf("CRITICAL");
    users.run(
        """
        insert into notification (id, user_id, event_id, created_at, read_at, awaits_digest)
        values (?, ?, ?, utc_timestamp(6), utc_timestamp(6), true)""",
        UUID.randomUUID(),
        analyst.id(),
        event);
    users.run(
        """
        insert into notification (id, user_id, event_id, created_at, awaits_digest)
        values (?, ?, ?, utc_timestamp(6), true)""",
        UUID.randomUUID(),
        reviewer.id(),
        event);
    digests.digest(noon());
    told(analyst).body("items[0].text", containsString("is critical"));
    assertThat(mailbox.newestFor(reviewer.email(), 1)).contains("is critical");
    assertThat(mailbox.to(analyst.email())).isEmpty();
  }

  /** A relationship more, disclosed to the carrier. */
  private String submitted() {
    post(reporter, "/v1/relationships", RELATIONSHIP.formatted(UUID.randomUUID()));
    return submissions.register(agency, carrier);
  }

  /** Of today, since mail finds its digest by the day. */
  private Instant noon() {
    return clock
        .instant()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .atTime(12, 0)
        .toInstant(ZoneOffset.UTC);
  }

  /** As if everybody had been told. */
  private UUID eventOf(String onceKey) {
    UUID event = UUID.randomUUID();
    users.run(
        """
        insert into business_event (id, type, organization_id, other_id, subject_kind, subject_reference, once_key, occurred_at)
        values (?, 'CRITICAL_INCIDENT', ?, ?, 'INCIDENT', 'INC-2026-7KQ2-000001', ?, utc_timestamp(6))""",
        event,
        carrier,
        agency,
        onceKey);
    return event;
  }

  private UUID disclosed() {
    UUID incident = incidents.record(reporter, carrier, ORDINARY);
    incidents.disclose(reporter, incident, 1, carrier, ORDINARY, APRIL);
    return incident;
  }

  /** What the person was told by now. */
  private ValidatableResponse told(TestUser person) {
    delivery.deliverDue();
    return api.as(person).get(ALL).then().statusCode(200);
  }

  private ValidatableResponse mark(TestUser person, String id, String how) {
    return api.as(person).post(ALL + "/" + id + "/" + how).then();
  }

  private ValidatableResponse settings(TestUser person) {
    return api.as(person).get(SETTINGS).then().statusCode(200);
  }

  private ValidatableResponse choose(TestUser person, int version, String choice) {
    return api.as(person)
        .header("If-Match", "\"%d\"".formatted(version))
        .contentType("application/json")
        .body("{\"mail\": [{\"topic\": \"SUBMISSIONS\", \"choice\": \"%s\"}]}".formatted(choice))
        .put(SETTINGS)
        .then();
  }

  private ValidatableResponse mailboxOf(TestUser person, int version, String json) {
    return api.as(person)
        .header("If-Match", "\"%d\"".formatted(version))
        .contentType("application/json")
        .body(json)
        .put("/v1/team-mailbox")
        .then();
  }

  private void assign(UUID incident, int version, TestUser to) {
    act(
        analyst,
        "/v1/triage-items/" + incident + "/assign",
        version,
        "{\"assigneeId\": \"%s\"}".formatted(to.id()));
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

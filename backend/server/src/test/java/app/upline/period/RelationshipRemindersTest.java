package app.upline.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Mailbox;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who hears of changes that a carrier wants to know, and when: known on 10 January 2025, wanted
 * within thirty days, by 9 February in New York.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class RelationshipRemindersTest {

  private static final String RELATIONSHIP =
      """
      {"legalName": "Cattail %s LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "%s",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;
  private static final String A_WEEK_BEFORE = "2025-02-02T05:00:00Z";
  private static final String AFTER = "2025-02-10T05:00:00Z";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submitting;
  @Inject RelationshipReminders reminders;
  @Inject Mailbox mailbox;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;

  @BeforeEach
  void anAgencyAndACarrierThatWantsToKnowWithinThirtyDays() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    crowd.run(
        "update reporting_policy set relationship_notice = 'WITHIN_DAYS', relationship_notice_days = 30 where carrier_id = ?",
        carrier);
  }

  @Test
  void theAgencysTeamHearsOfItOnceBeforeTheDayAndOnceAfterAndItsCarrierNever() {
    TestUser attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, agency);
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    record("2025-01-10");
    remind("2025-02-02T04:59:59Z");
    assertThat(told()).isEmpty();
    remind(A_WEEK_BEFORE);
    remind("2025-02-05T12:00:00Z");
    remind("2025-02-10T04:59:59Z");
    assertThat(told()).containsExactly("RELATIONSHIPS_DUE_SOON 2025-02-09");
    remind(AFTER);
    remind("2025-03-10T05:00:00Z");
    assertThat(told())
        .containsExactly("RELATIONSHIPS_DUE_SOON 2025-02-09", "RELATIONSHIPS_OVERDUE 2025-02-09");

    for (TestUser person : List.of(reporter, attester)) {
      assertThat(mailbox.newestFor(person.email(), 2))
          .contains("by 2025-02-09")
          .contains("/relationships")
          .doesNotContain("Cattail");
      api.as(person)
          .get("/v1/notifications")
          .then()
          .statusCode(200)
          .body("items.type", containsInAnyOrder("RELATIONSHIPS_OVERDUE", "RELATIONSHIPS_DUE_SOON"))
          .body("items[0].work", equalTo("RELATIONSHIP_DUTY"));
    }
    for (TestUser person : List.of(administrator, analyst)) {
      api.as(person).get("/v1/notifications").then().body("items", empty());
    }
  }

  @Test
  void eachDayOnWhichSomethingIsDueIsToldByItself() {
    record("2025-01-10");
    record("2025-01-10");
    remind(A_WEEK_BEFORE);
    record("2025-01-08");
    remind(A_WEEK_BEFORE);
    assertThat(told())
        .containsExactly("RELATIONSHIPS_DUE_SOON 2025-02-09", "RELATIONSHIPS_DUE_SOON 2025-02-07");
  }

  @Test
  void whoHasToldEverythingHearsNothing() {
    record("2025-01-10");
    submitting.register(agency, carrier);
    remind(A_WEEK_BEFORE);
    remind(AFTER);
    assertThat(told()).isEmpty();
  }

  @Test
  void withoutDaysThereIsNoDayToTellOf() {
    crowd.run(
        "update reporting_policy set relationship_notice = 'AS_CHANGES_OCCUR', relationship_notice_days = null where carrier_id = ?",
        carrier);
    record("2025-01-10");
    remind(A_WEEK_BEFORE);
    remind(AFTER);
    assertThat(told()).isEmpty();
  }

  @Test
  void severalInstancesAtOnceTellOnce() throws Exception {
    record("2025-01-10");
    Simultaneously.times(3, Executors.callable(() -> remind(AFTER)));
    assertThat(told()).containsExactly("RELATIONSHIPS_OVERDUE 2025-02-09");
  }

  private void remind(String now) {
    reminders.remind(List.of(carrier), Instant.parse(now));
  }

  private void record(String knownOn) {
    api.as(reporter)
        .contentType("application/json")
        .body(RELATIONSHIP.formatted(UUID.randomUUID(), knownOn))
        .post("/v1/relationships")
        .then()
        .statusCode(201);
  }

  private List<String> told() {
    return crowd.strings(
        "select concat(type, ' ', subject_reference) from business_event where other_id = ? order by id",
        carrier);
  }
}

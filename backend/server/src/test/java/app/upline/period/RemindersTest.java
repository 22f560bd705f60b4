package app.upline.period;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who hears of a month that is owed, and when: January 2025, due on 15 February in New York, with
 * three days of grace, reminders ten and three days before.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class RemindersTest {

  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Pinewood LLC"},
       "incidentDateUnknown": true, "discoveryDate": "2025-01-10", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page of Pinewood went live before it had been approved."}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject Reminders reminders;
  @Inject Mailbox mailbox;

  private UUID carrier;
  private TestUser reporter;
  private TestUser attester;

  @BeforeEach
  void anAgencyWithACarrier() {
    contracted(false);
  }

  @Test
  void theAgencysReportersAndAttestersHearOfItOnEachReminderDayOnce() {
    TestUser auditor = crowd.someone(Role.AGENCY_ADMINISTRATOR, reporter.organizationId());
    record();
    reminders.remind(Instant.parse("2025-02-05T04:59:59Z"));
    assertThat(sent()).isEmpty();
    reminders.remind(Instant.parse("2025-02-05T05:00:00Z"));
    reminders.remind(Instant.parse("2025-02-11T12:00:00Z"));
    assertThat(sent()).containsExactly("DUE_10");
    reminders.remind(Instant.parse("2025-02-12T05:00:00Z"));
    assertThat(sent()).containsExactly("DUE_10", "DUE_3");

    for (TestUser person : List.of(reporter, attester)) {
      assertThat(mailbox.newestFor(person.email(), 2))
          .contains("due by 2025-02-15")
          .contains("compliance@carrier.example")
          .doesNotContain("Pinewood")
          .doesNotContain("INC-");
    }
    assertThat(mailbox.to(auditor.email())).isEmpty();
  }

  @Test
  void aDayOnWhichNothingRanLeavesNoReminderOut() {
    record();
    reminders.remind(Instant.parse("2025-02-14T12:00:00Z"));
    assertThat(sent()).containsExactly("DUE_3");
  }

  @Test
  void aLateMonthIsToldOnceWhenItsGraceIsOverAndNotLongAfter() {
    record();
    reminders.remind(Instant.parse("2025-02-19T04:59:59Z"));
    assertThat(sent()).isEmpty();
    reminders.remind(Instant.parse("2025-02-19T05:00:00Z"));
    reminders.remind(Instant.parse("2025-02-20T05:00:00Z"));
    assertThat(sent()).containsExactly("OVERDUE");
    contracted(false);
    record();
    reminders.remind(Instant.parse("2025-02-27T05:00:00Z"));
    assertThat(sent()).isEmpty();
  }

  @Test
  void anAgencyThatOwesNothingIsNotReminded() {
    reminders.remind(Instant.parse("2025-02-12T12:00:00Z"));
    reminders.remind(Instant.parse("2025-02-20T12:00:00Z"));
    assertThat(sent()).isEmpty();
  }

  @Test
  void aMonthWithoutIncidentsIsRememberedBeforeItsDayAndForgottenAfter() {
    since("2025-01-01");
    reminders.remind(Instant.parse("2025-02-12T12:00:00Z"));
    reminders.remind(Instant.parse("2025-02-20T12:00:00Z"));
    assertThat(sent()).containsExactly("DUE_3");
    assertThat(mailbox.newestFor(reporter.email(), 1)).contains("no report is wanted");
  }

  @Test
  void nobodyIsRemindedOfAMonthBeforeItsContract() {
    since("2025-02-01");
    reminders.remind(Instant.parse("2025-02-12T12:00:00Z"));
    assertThat(sent()).isEmpty();
  }

  @Test
  void aMonthWithoutIncidentsIsRememberedWhereItIsToBeDeclared() {
    contracted(true);
    since("2025-01-01");
    reminders.remind(Instant.parse("2025-02-12T12:00:00Z"));
    reminders.remind(Instant.parse("2025-02-20T12:00:00Z"));
    assertThat(sent()).containsExactly("DUE_3", "OVERDUE");
  }

  @Test
  void severalInstancesAtOnceRemindOnce() throws Exception {
    record();
    Callable<Object> run =
        Executors.callable(() -> reminders.remind(Instant.parse("2025-02-12T12:00:00Z")));
    try (ExecutorService many = Executors.newFixedThreadPool(3)) {
      for (var done : many.invokeAll(List.of(run, run, run))) {
        done.get();
      }
    }
    assertThat(sent()).containsExactly("DUE_3");
    mailbox.newestFor(reporter.email(), 1);
    assertThat(mailbox.to(reporter.email())).hasSize(1);
  }

  private void contracted(boolean nilWanted) {
    carrier =
        organizations.addCarrier(
            "Carrier " + UUID.randomUUID(),
            ZoneId.of("America/New_York"),
            new ReportingPolicy(
                LocalDate.of(2024, 1, 1),
                "15",
                nilWanted,
                ReportingPolicy.Notice.AS_CHANGES_OCCUR,
                null,
                false,
                3,
                List.of(10, 3),
                "compliance@carrier.example",
                "v1",
                "I attest."));
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
  }

  private void since(String day) {
    crowd.run(
        "update agency_contract set since = ? where agency_id = ?",
        LocalDate.parse(day),
        reporter.organizationId());
  }

  private void record() {
    api.as(reporter)
        .contentType("application/json")
        .body(INCIDENT.formatted(carrier))
        .post("/v1/incidents")
        .then()
        .statusCode(201);
  }

  private List<String> sent() {
    return crowd.strings(
        "select kind from reporting_reminder where carrier_id = ? order by id", carrier);
  }
}

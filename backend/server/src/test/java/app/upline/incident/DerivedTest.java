package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.Role;
import app.upline.platform.persistence.Database;
import app.upline.testing.Api;
import app.upline.testing.MovableClock;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is derived and never typed in, at its edges, by a clock that stands where it is put. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
class DerivedTest {

  @Inject MovableClock clock;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject DisclosableIncidents disclosable;
  @Inject Database database;

  private UUID agency;
  private UUID carrier;

  @BeforeEach
  void anAgencyWithACarrierInNewYork() {
    itIs("2026-11-24T12:00:00Z");
    agency = crowd.agency();
    carrier = carrier("LAST_DAY", "America/New_York", 0);
  }

  @AfterEach
  void theClockIsNobodyElses() {
    itIs(Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
  }

  @ParameterizedTest
  @CsvSource({
    // the last day of a long, a short and a leap February, and across both changes of the clocks
    "2026-01-31, LAST_DAY, 0, 2026-01, 2026-01-31, 2026-02-01T04:59:59Z, 2026-01-31",
    "2026-02-01, LAST_DAY, 0, 2026-02, 2026-02-28, 2026-03-01T04:59:59Z, 2026-02-28",
    "2024-02-10, LAST_DAY, 0, 2024-02, 2024-02-29, 2024-03-01T04:59:59Z, 2024-02-29",
    "2026-03-10, LAST_DAY, 0, 2026-03, 2026-03-31, 2026-04-01T03:59:59Z, 2026-03-31",
    "2026-10-31, LAST_DAY, 0, 2026-10, 2026-10-31, 2026-11-01T03:59:59Z, 2026-10-31",
    "2026-11-01, LAST_DAY, 0, 2026-11, 2026-11-30, 2026-12-01T04:59:59Z, 2026-11-30",
    // a day of the month after, and the turn of a year
    "2025-12-31, 15, 0, 2025-12, 2026-01-15, 2026-01-16T04:59:59Z, 2026-01-15",
    "2026-02-28, 28, 3, 2026-02, 2026-03-28, 2026-03-29T03:59:59Z, 2026-03-31"
  })
  void aPeriodIsDueByTheCarriersPolicyAndWhereTheCarrierIs(
      String discovered,
      String dueDay,
      int grace,
      String period,
      String dueDate,
      String dueAt,
      String graceEndsOn) {
    IncidentClient desk = desk(carrier(dueDay, "America/New_York", grace));
    desk.create(
            "{\"incidentDate\": null, \"incidentDateUnknown\": true, \"discoveryDate\": \"%s\"}"
                .formatted(discovered))
        .statusCode(201)
        .body("derived.period", equalTo(period))
        .body("derived.dueDate", equalTo(dueDate))
        .body("derived.dueAt", equalTo(dueAt))
        .body("derived.graceEndsOn", equalTo(graceEndsOn));
  }

  @Test
  void todayIsWhereTheCarrierIs() {
    itIs("2026-11-01T03:59:59Z");
    desk(carrier)
        .create("{\"discoveryDate\": \"2026-11-01\"}")
        .statusCode(422)
        .body("errors.code", contains("IN_THE_FUTURE"));
    UUID honolulu = carrier("LAST_DAY", "Pacific/Honolulu", 0);
    itIs("2026-11-01T04:00:00Z");
    desk(carrier).create("{\"discoveryDate\": \"2026-11-01\"}").statusCode(201);
    desk(honolulu).create("{\"discoveryDate\": \"2026-11-01\"}").statusCode(422);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-12, true",
    "2025-10-13, true",
    "2025-10-12, true",
    "2025-10-11, false",
    "2026-10-13, false"
  })
  void aRepeatLiesWithinTheTwelveMonthsBefore(String other, boolean repeat) {
    IncidentClient desk = desk(carrier);
    desk.record(founded(other));
    desk.create("{\"incidentDate\": \"2026-10-12\"}")
        .statusCode(201)
        .body("derived.repeat", equalTo(repeat));
  }

  @Test
  void twelveMonthsBeforeALeapDayBeginOnTheLastOfFebruary() {
    itIs("2028-03-10T12:00:00Z");
    IncidentClient desk = desk(carrier);
    desk.record(founded("2027-02-28"));
    desk.create("{\"incidentDate\": \"2028-02-29\", \"discoveryDate\": \"2028-02-29\"}")
        .body("derived.repeat", equalTo(true));
  }

  @Test
  void aRepeatIsOfTheSameProducerAndTheSameCarrier() {
    UUID other = carrier("LAST_DAY", "America/New_York", 0);
    desk(other).record(founded("2026-09-01"));
    IncidentClient desk = desk(carrier);
    desk.record(
        "{\"subject\": {\"npn\": \"15693069\"}, \"investigation\": {\"outcome\": \"FOUNDED\", \"rootCause\": \"SCRIPT_ERROR\"}}");
    desk.create("{}").body("derived.repeat", equalTo(false));
  }

  @Test
  void whetherItIsARepeatFollowsTheOther() {
    IncidentClient desk = desk(carrier);
    String earlier = desk.record("{\"incidentDate\": \"2026-09-01\"}");
    String later = desk.record("{}");
    desk.read(later).body("derived.repeat", equalTo(false)).header("ETag", "\"1\"");
    desk.addAction(earlier, 1, "{\"type\": \"COACHING\", \"decisionDate\": \"2026-10-20\"}")
        .statusCode(201);
    desk.read(later).body("derived.repeat", equalTo(true)).header("ETag", "\"2\"");
    assertThat(desk.references("repeat=true")).hasSize(1);
    String action = desk.read(earlier).extract().path("disciplinaryActions[0].id");
    desk.changeAction(earlier, action, 2, "{\"status\": \"RESCINDED\"}").statusCode(200);
    desk.read(later).body("derived.repeat", equalTo(false)).header("ETag", "\"3\"");
    desk.addAction(
            earlier,
            3,
            "{\"type\": \"NONE_WARRANTED\", \"explanation\": \"No violation\", \"decisionDate\": \"2026-10-20\"}")
        .statusCode(201);
    desk.read(later).body("derived.repeat", equalTo(false));
  }

  @Test
  void whoLosesItsProducerIsNoRepeat() {
    IncidentClient desk = desk(carrier);
    desk.record(founded("2026-09-01"));
    String id = desk.record("{}");
    desk.read(id).body("derived.repeat", equalTo(true));
    desk.change(id, 2, "{\"subject\": {\"type\": \"UNLICENSED_STAFF\", \"npn\": null}}")
        .statusCode(200)
        .body("derived.repeat", equalTo(false));
    assertThat(desk.references("repeat=true")).isEmpty();
  }

  @Test
  void lateAndDaysToReportFollowTheFirstSubmission() {
    IncidentClient desk = desk(carrier);
    String id = desk.record("{}");
    UUID incident = UUID.fromString(id);
    submitted(incident, "2026-11-02T03:00:00Z", true);
    desk.read(id)
        .header("ETag", "\"2\"")
        .body("derived.late", equalTo(true))
        .body("derived.firstSubmittedAt", equalTo("2026-11-02T03:00:00Z"))
        .body("derived.daysToReport", equalTo(18));
    assertThat(desk.references("late=true")).hasSize(1);
    submitted(incident, "2026-11-20T03:00:00Z", false);
    desk.read(id).body("derived.firstSubmittedAt", equalTo("2026-11-02T03:00:00Z"));
    inTransaction(() -> disclosable.takenBack(agency, List.of(incident)));
    assertThat(desk.references("late=true")).isEmpty();
    assertThat(desk.references("late=false")).isEmpty();
  }

  /** Moves the clock; the counts of attempts to sign in must not take it for one that goes back. */
  private void itIs(String instant) {
    clock.set(instant);
    crowd.run("delete from rate_limit");
  }

  private void submitted(UUID incident, String at, boolean late) {
    inTransaction(
        () ->
            disclosable.submitted(
                agency,
                Instant.parse(at),
                List.of(new DisclosableIncidents.FirstSubmission(incident, late))));
  }

  private void inTransaction(Runnable work) {
    database.writing(
        () -> {
          work.run();
          return true;
        });
  }

  private static String founded(String on) {
    return """
    {"incidentDate": "%s", "discoveryDate": "%s", "investigation": {"outcome": "FOUNDED", "rootCause": "SCRIPT_ERROR"}}
    """
        .formatted(on, on);
  }

  private IncidentClient desk(UUID of) {
    return new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER, agency), of);
  }

  private UUID carrier(String dueDay, String zone, int grace) {
    ReportingPolicy policy =
        new ReportingPolicy(
            LocalDate.of(2020, 1, 1),
            dueDay,
            false,
            ReportingPolicy.Notice.AS_CHANGES_OCCUR,
            null,
            false,
            grace,
            List.of(),
            null,
            "v1",
            "I attest.");
    UUID id = organizations.addCarrier("Carrier " + UUID.randomUUID(), ZoneId.of(zone), policy);
    organizations.contract(agency, id);
    return id;
  }
}

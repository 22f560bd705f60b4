package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calendar as the database keeps it. */
@Tag("engine")
@MicronautTest(transactional = false)
class ReportingCalendarTest {

  private static final YearMonth APRIL = YearMonth.of(2026, 4);

  @Inject ReportingCalendar calendar;
  @Inject OrganizationRegistry organizations;

  @Test
  void everyValueOfAPolicyIsKept() {
    ReportingPolicy policy =
        new ReportingPolicy(
            LocalDate.of(2026, 1, 1),
            "15",
            true,
            ReportingPolicy.Notice.WITHIN_DAYS,
            30,
            true,
            3,
            List.of(7, 1),
            "tpmo@carrier.example",
            "2026-01",
            "I attest.");
    Due due = calendar.due(carrier("America/Chicago", policy), APRIL);
    assertThat(due.policy()).isEqualTo(policy);
    assertThat(due.timeZone()).isEqualTo(ZoneId.of("America/Chicago"));
    assertThat(due.dueAt()).isEqualTo("2026-05-16T04:59:59Z");
    assertThat(due.graceEndsAt()).isEqualTo("2026-05-19T04:59:59Z");
  }

  @Test
  void aPolicyThatWasJustAddedCountsAtOnceAndOnlyForLaterMonths() {
    UUID carrier = carrier("America/New_York", policy("2026-01-01", "LAST_DAY"));
    assertThat(calendar.due(carrier, APRIL.plusMonths(1)).dueDate()).isEqualTo("2026-05-31");
    organizations.addPolicy(carrier, policy("2026-05-01", "10"));
    assertThat(calendar.due(carrier, APRIL.plusMonths(1)).dueDate()).isEqualTo("2026-06-10");
    assertThat(calendar.due(carrier, APRIL).dueDate()).isEqualTo("2026-04-30");
  }

  @Test
  void severalCarriersAreLookedUpTogether() {
    UUID first = carrier("America/New_York", policy("2026-01-01", "LAST_DAY"));
    UUID second = carrier("America/Denver", policy("2026-01-01", "15"));
    UUID silent = UUID.randomUUID();
    Map<UUID, CarrierCalendar> calendars = calendar.of(List.of(first, second, silent));
    assertThat(calendars).containsOnlyKeys(first, second);
    assertThat(calendars.get(second).due(APRIL).dueDate()).isEqualTo("2026-05-15");
    assertThat(calendar.of(List.of())).isEmpty();
    assertThatThrownBy(() -> calendar.due(silent, APRIL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private UUID carrier(String zone, ReportingPolicy policy) {
    return organizations.addCarrier("Carrier " + UUID.randomUUID(), ZoneId.of(zone), policy);
  }

  private static ReportingPolicy policy(String from, String dueDay) {
    return new ReportingPolicy(
        LocalDate.parse(from),
        dueDay,
        false,
        ReportingPolicy.Notice.AS_CHANGES_OCCUR,
        null,
        false,
        "v1",
        "I attest.");
  }
}

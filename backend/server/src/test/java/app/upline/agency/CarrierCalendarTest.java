package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of a carrier's calendar at their edges. */
class CarrierCalendarTest {

  @ParameterizedTest
  @CsvSource({
    "LAST_DAY, 2026-01, America/New_York, 2026-01-31, 2026-02-01T04:59:59Z",
    "LAST_DAY, 2026-02, America/New_York, 2026-02-28, 2026-03-01T04:59:59Z",
    "LAST_DAY, 2028-02, America/New_York, 2028-02-29, 2028-03-01T04:59:59Z",
    // clocks go forward on the 8th: four hours from UTC and no longer five
    "LAST_DAY, 2026-03, America/New_York, 2026-03-31, 2026-04-01T03:59:59Z",
    "15, 2026-02, America/Chicago, 2026-03-15, 2026-03-16T04:59:59Z",
    "15, 2026-12, America/Chicago, 2027-01-15, 2027-01-16T05:59:59Z",
    // the very nights on which clocks change, at two o'clock
    "8, 2026-02, America/Denver, 2026-03-08, 2026-03-09T05:59:59Z",
    "1, 2026-10, America/Denver, 2026-11-01, 2026-11-02T06:59:59Z",
    "LAST_DAY, 2026-07, America/Phoenix, 2026-07-31, 2026-08-01T06:59:59Z",
    "LAST_DAY, 2026-07, Pacific/Honolulu, 2026-07-31, 2026-08-01T09:59:59Z",
    // at midnight clocks go back to 23:00: 23:59:59 comes twice, and the day ends with the second
    "28, 2022-09, Asia/Beirut, 2022-10-28, 2022-10-28T20:59:59Z",
    "LAST_DAY, 2020-10, Asia/Beirut, 2020-10-31, 2020-10-31T21:59:59Z",
    // at 23:00 clocks go on to midnight: 23:59:59 does not come, and the day ends with 22:59:59
    "28, 2026-02, America/Nuuk, 2026-03-28, 2026-03-29T00:59:59Z"
  })
  void theDueDayEndsWhereTheCarrierIs(
      String dueDay, YearMonth period, ZoneId zone, LocalDate date, Instant instant) {
    Due due = new CarrierCalendar(zone, List.of(policy("2020-01-01", dueDay, 0))).due(period);
    assertThat(due.dueDate()).isEqualTo(date);
    assertThat(due.dueAt()).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "LAST_DAY, 2028-02, 2028-02-29",
    "1, 2026-12, 2027-01-01",
    "15, 2026-11, 2026-12-01",
  })
  void thatAMonthHadNothingIsKnownWhenItIsOverOrDue(
      String dueDay, YearMonth period, LocalDate from) {
    Due due =
        new CarrierCalendar(ZoneId.of("America/Chicago"), List.of(policy("2020-01-01", dueDay, 0)))
            .due(period);
    assertThat(due.declarableFrom()).isEqualTo(from);
  }

  @Test
  void aPolicyThatBeginsWithinAMonthGovernsTheNextOne() {
    CarrierCalendar calendar =
        new CarrierCalendar(
            ZoneId.of("America/New_York"),
            List.of(policy("2026-01-01", "LAST_DAY", 0), policy("2026-05-02", "10", 0)));
    assertThat(calendar.due(YearMonth.of(2026, 5)).dueDate()).isEqualTo("2026-05-31");
    assertThat(calendar.due(YearMonth.of(2026, 6)).dueDate()).isEqualTo("2026-07-10");
  }

  @Test
  void beforeItsFirstPolicyACarrierAskedWhatThatOneSays() {
    CarrierCalendar calendar =
        new CarrierCalendar(
            ZoneId.of("America/New_York"), List.of(policy("2026-01-01", "LAST_DAY", 0)));
    assertThat(calendar.due(YearMonth.of(2025, 11)).dueDate()).isEqualTo("2025-11-30");
  }

  @Test
  void nothingIsLateWithinTheGraceDays() {
    Due due =
        new CarrierCalendar(
                ZoneId.of("America/New_York"), List.of(policy("2026-01-01", "LAST_DAY", 5)))
            .due(YearMonth.of(2026, 4));
    assertThat(due.dueDate()).isEqualTo("2026-04-30");
    assertThat(due.graceEndsOn()).isEqualTo("2026-05-05");
    assertThat(due.isLate(Instant.parse("2026-05-06T03:59:59.999999Z"))).isFalse();
    assertThat(due.isLate(Instant.parse("2026-05-06T04:00:00Z"))).isTrue();
  }

  @Test
  void theDaysLeftChangeAtTheCarriersMidnight() {
    Due due =
        new CarrierCalendar(
                ZoneId.of("America/Los_Angeles"), List.of(policy("2026-01-01", "LAST_DAY", 0)))
            .due(YearMonth.of(2026, 4));
    assertThat(due.daysLeft(Instant.parse("2026-05-01T06:59:59Z"))).isZero();
    assertThat(due.daysLeft(Instant.parse("2026-05-01T07:00:00Z"))).isEqualTo(-1);
  }

  private static ReportingPolicy policy(String from, String dueDay, int grace) {
    return new ReportingPolicy(
        LocalDate.parse(from),
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
  }
}

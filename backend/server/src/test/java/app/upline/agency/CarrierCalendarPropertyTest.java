package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for every carrier, zone, month and policy. */
class CarrierCalendarPropertyTest {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** Where carriers are, and where clocks do the strangest things. */
  private static final Set<String> STRANGE =
      Set.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Phoenix",
          "America/Los_Angeles",
          "America/Anchorage",
          "Pacific/Honolulu",
          "America/Puerto_Rico",
          "America/Nuuk",
          "America/Havana",
          "Asia/Beirut",
          "Pacific/Apia",
          "Australia/Lord_Howe");

  /** No later second of that day, and no earlier one is the last. */
  @Property(tries = 3_000)
  void whatIsDueIsDueInTheLastSecondOfTheDueDay(
      @ForAll("carriers") CarrierCalendar carrier, @ForAll("months") YearMonth period) {
    Due due = carrier.due(period);
    ZoneRules rules = carrier.timeZone().getRules();
    LocalDateTime expected = due.dueDate().atTime(LAST_SECOND);
    LocalDateTime local = LocalDateTime.ofInstant(due.dueAt(), carrier.timeZone());
    if (rules.getValidOffsets(expected).isEmpty()) {
      assertThat(local).as("the clocks skip that time").isBefore(expected);
    } else {
      assertThat(local).isEqualTo(expected);
    }
    assertThat(LocalDate.ofInstant(due.dueAt().plusSeconds(1), carrier.timeZone()))
        .isAfter(due.dueDate());
    assertThat(due.isLate(due.graceEndsAt().plusMillis(999))).isFalse();
    assertThat(due.isLate(due.graceEndsAt().plusSeconds(1))).isTrue();
  }

  @Property
  void theLastDayIsTheLastOfTheMonthItselfAndADayIsOneOfTheMonthAfter(
      @ForAll("carriers") CarrierCalendar carrier, @ForAll("months") YearMonth period) {
    Due due = carrier.due(period);
    switch (DueDay.parse(due.policy().incidentDueDay())) {
      case DueDay.LastDay() -> {
        assertThat(YearMonth.from(due.dueDate())).isEqualTo(period);
        assertThat(YearMonth.from(due.dueDate().plusDays(1))).isEqualTo(period.plusMonths(1));
      }
      case DueDay.DayOfNextMonth(int day) -> {
        assertThat(YearMonth.from(due.dueDate())).isEqualTo(period.plusMonths(1));
        assertThat(due.dueDate().getDayOfMonth()).isEqualTo(day);
        assertThat(due.dueAt())
            .isAfter(period.plusMonths(1).atDay(1).atStartOfDay(carrier.timeZone()).toInstant());
      }
    }
  }

  @Property
  void graceEndsSoManyDaysAfterTheDueDateAndNothingIsLateBefore(
      @ForAll("carriers") CarrierCalendar carrier,
      @ForAll("months") YearMonth period,
      @ForAll @IntRange(max = 86_400) int seconds) {
    Due due = carrier.due(period);
    assertThat(due.graceEndsOn()).isEqualTo(due.dueDate().plusDays(due.policy().graceDays()));
    assertThat(due.graceEndsAt()).isAfterOrEqualTo(due.dueAt());
    assertThat(due.isLate(due.graceEndsAt().minusSeconds(seconds))).isFalse();
    assertThat(due.isLate(due.graceEndsAt().plusSeconds(1L + seconds))).isTrue();
  }

  /** A change from the 28th of the next month to the last day may make two months due on one. */
  @Property
  void aLaterMonthIsNeverDueBeforeAnEarlierOne(
      @ForAll("carriers") CarrierCalendar carrier,
      @ForAll("months") YearMonth period,
      @ForAll @IntRange(min = 1, max = 40) int later) {
    Due first = carrier.due(period);
    Due second = carrier.due(period.plusMonths(later));
    assertThat(second.dueAt()).isAfterOrEqualTo(first.dueAt());
    if (later > 1 || second.policy().equals(first.policy())) {
      assertThat(second.dueAt()).isAfter(first.dueAt());
    }
  }

  @Property
  void anotherPolicyNeverMovesADateOfAMonthThatBeganBeforeIt(
      @ForAll("carriers") CarrierCalendar carrier,
      @ForAll("policies") ReportingPolicy another,
      @ForAll @IntRange(max = 60) int monthsBefore) {
    LocalDate last = carrier.policies().getLast().effectiveFrom();
    Assume.that(another.effectiveFrom().isAfter(last));
    CarrierCalendar after =
        new CarrierCalendar(
            carrier.timeZone(),
            Stream.concat(carrier.policies().stream(), Stream.of(another)).toList());
    YearMonth month = YearMonth.from(another.effectiveFrom().minusDays(1));
    YearMonth period = month.minusMonths(monthsBefore);
    assertThat(after.due(period)).isEqualTo(carrier.due(period));
    assertThat(after.due(YearMonth.from(another.effectiveFrom()).plusMonths(1)).policy())
        .isEqualTo(another);
  }

  @Property
  void theDaysLeftAreThoseOfTheCarriersOwnCalendar(
      @ForAll("carriers") CarrierCalendar carrier,
      @ForAll("months") YearMonth period,
      @ForAll @IntRange(min = -40, max = 40) int days) {
    Due due = carrier.due(period);
    Instant noon =
        due.dueDate().minusDays(days).atTime(12, 0).atZone(carrier.timeZone()).toInstant();
    LocalDate seen = LocalDate.ofInstant(noon, carrier.timeZone());
    assertThat(seen.plusDays(due.daysLeft(noon))).isEqualTo(due.dueDate());
  }

  @Provide
  Arbitrary<CarrierCalendar> carriers() {
    Arbitrary<ZoneId> zones =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(STRANGE).map(ZoneId::of)),
            Tuple.of(1, Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of)));
    Arbitrary<List<ReportingPolicy>> lists =
        policies().list().ofMinSize(1).ofMaxSize(5).uniqueElements(ReportingPolicy::effectiveFrom);
    return Combinators.combine(zones, lists).as(CarrierCalendar::new);
  }

  @Provide
  Arbitrary<YearMonth> months() {
    return Combinators.combine(
            Arbitraries.integers().between(2006, 2040), Arbitraries.integers().between(1, 12))
        .as(YearMonth::of);
  }

  @Provide
  Arbitrary<ReportingPolicy> policies() {
    Arbitrary<String> dueDays =
        Arbitraries.oneOf(
            Arbitraries.just("LAST_DAY"),
            Arbitraries.integers().between(1, 28).map(String::valueOf));
    Arbitrary<LocalDate> starts =
        Arbitraries.oneOf(
            months().map(month -> month.atDay(1)), months().map(month -> month.atDay(17)));
    return Combinators.combine(starts, dueDays, Arbitraries.integers().between(0, 28))
        .as(
            (start, dueDay, grace) ->
                new ReportingPolicy(
                    start,
                    dueDay,
                    false,
                    ReportingPolicy.Notice.AS_CHANGES_OCCUR,
                    null,
                    false,
                    grace,
                    List.of(),
                    null,
                    "v1",
                    "I attest."));
  }
}

package app.upline.figures;

import app.upline.platform.validation.Fault;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Months in a row, the first and the last among them. */
record PeriodRange(YearMonth from, YearMonth to) {

  /** The most that one answer may span, so that its cost has a bound. */
  static final int LONGEST = 24;

  private static final int USUAL = 12;

  /** What was asked for; where nothing was, the twelve months that end with this one. */
  static PeriodRange of(@Nullable YearMonth from, @Nullable YearMonth to, YearMonth current) {
    YearMonth last = to != null ? to : from != null ? laterOf(from, current) : current;
    return new PeriodRange(from != null ? from : last.minusMonths(USUAL - 1), last);
  }

  private static YearMonth laterOf(YearMonth from, YearMonth current) {
    return from.isAfter(current) ? from : current;
  }

  List<Fault> faults() {
    if (to.isBefore(from)) {
      return List.of(
          new Fault(
              "?toPeriod", "PERIOD_ORDER", "Enter a last month that is not before the first."));
    }
    return length() <= LONGEST
        ? List.of()
        : List.of(
            new Fault(
                "?fromPeriod", "RANGE_TOO_LONG", "Ask for at most %d months.".formatted(LONGEST)));
  }

  private long length() {
    return ChronoUnit.MONTHS.between(from, to) + 1;
  }

  Stream<YearMonth> months() {
    return Stream.iterate(from, month -> month.plusMonths(1)).limit(length());
  }

  LocalDate firstDay() {
    return from.atDay(1);
  }

  /** The first day that is not among them. */
  LocalDate end() {
    return to.plusMonths(1).atDay(1);
  }
}

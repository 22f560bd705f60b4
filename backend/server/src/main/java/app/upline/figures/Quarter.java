package app.upline.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Three months, the first of them January, April, July or October. */
public record Quarter(YearMonth first) {

  private static final int MONTHS = 3;

  /** The newest that lies in the range and is closed. */
  static Optional<Quarter> newestClosed(PeriodRange range, ZoneId zone, Instant now) {
    YearMonth month = range.to();
    Quarter quarter =
        new Quarter(
            YearMonth.of(month.getYear(), (month.getMonthValue() - 1) / MONTHS * MONTHS + 1));
    if (quarter.last().isAfter(month)) {
      quarter = quarter.before();
    }
    while (quarter.closedAt(zone).isAfter(now)) {
      quarter = quarter.before();
    }
    return quarter.first.isBefore(range.from()) ? Optional.empty() : Optional.of(quarter);
  }

  private Quarter before() {
    return new Quarter(first.minusMonths(MONTHS));
  }

  private YearMonth last() {
    return first.plusMonths(MONTHS - 1L);
  }

  /** A month after its end, when what is due of it is there. */
  Instant closedAt(ZoneId zone) {
    return last().plusMonths(2).atDay(1).atStartOfDay(zone).toInstant();
  }

  List<YearMonth> months() {
    return Stream.iterate(first, month -> month.plusMonths(1)).limit(MONTHS).toList();
  }

  @Override
  public String toString() {
    return "%d-Q%d".formatted(first.getYear(), (first.getMonthValue() - 1) / MONTHS + 1);
  }
}

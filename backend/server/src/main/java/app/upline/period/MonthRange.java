package app.upline.period;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Some months in a row, both ends included. */
public record MonthRange(YearMonth from, YearMonth to) {

  /** More would make a page of a carrier's agencies unbounded. */
  public static final int MOST = 24;

  /** Whether the range is in order and not too long. */
  public boolean isValid() {
    return !to.isBefore(from) && from.plusMonths(MOST).isAfter(to);
  }

  /** The months, newest first. */
  List<YearMonth> newestFirst() {
    return Stream.iterate(to, month -> !month.isBefore(from), month -> month.minusMonths(1))
        .toList();
  }
}

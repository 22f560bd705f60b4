package app.upline.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When a carrier wants the incidents of a month.
 *
 * @param dueDate the due day
 * @param dueAt its last second where the carrier is: 23:59:59, except on the rare nights on which
 *     clocks skip that time
 * @param graceEndsOn the last day on which a report is not late; the due date itself without grace
 * @param graceEndsAt its last second
 * @param timeZone the carrier's
 * @param policy the one that governs the period
 */
public record Due(
    YearMonth period,
    LocalDate dueDate,
    Instant dueAt,
    LocalDate graceEndsOn,
    Instant graceEndsAt,
    ZoneId timeZone,
    ReportingPolicy policy) {

  /** Whether what is submitted then is late. The last second belongs to the day, to its end. */
  public boolean isLate(Instant submittedAt) {
    return !submittedAt.isBefore(graceEndsAt.plusSeconds(1));
  }

  /**
   * The first day on which an agency can declare that the month had nothing: the day after the
   * month, or the due date where that is earlier.
   */
  public LocalDate declarableFrom() {
    LocalDate over = period.plusMonths(1).atDay(1);
    return dueDate.isBefore(over) ? dueDate : over;
  }

  /**
   * Days from then to the due date as a calendar on the carrier's wall shows them; negative after.
   */
  public int daysLeft(Instant then) {
    return Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.ofInstant(then, timeZone), dueDate));
  }
}

package app.upline.agency;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * By which day the incidents of a month are due, where the carrier is.
 *
 * @param graceEndsOn the last day on which a report is not late; the due date itself without grace
 */
public record MonthDue(YearMonth period, LocalDate dueDate, LocalDate graceEndsOn) {

  static MonthDue of(YearMonth period, DueDay dueDay, int graceDays) {
    LocalDate dueDate = dueDay.in(period);
    return new MonthDue(period, dueDate, dueDate.plusDays(graceDays));
  }
}

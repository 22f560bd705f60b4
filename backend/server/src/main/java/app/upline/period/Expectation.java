package app.upline.period;

import app.upline.agency.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier expects of a month, seen at a moment.
 *
 * @param due by when, and by which policy
 * @param since the first month of which the carrier may expect anything of the agency
 * @param until the last month of which it may, for the contract ended in it; null while there is
 *     none
 * @param now the moment
 */
record Expectation(Due due, YearMonth since, @Nullable YearMonth until, Instant now) {

  /** Whether a month without incidents must be declared: the policy says so, and it has begun. */
  boolean nilOwed() {
    YearMonth current = YearMonth.from(LocalDate.ofInstant(now, due.timeZone()));
    return due.policy().nilIncidentReportWanted()
        && isOfContract()
        && !due.period().isAfter(current);
  }

  /** Whether a month without incidents can be declared: the policy wants it, and it is over. */
  boolean nilTaken() {
    LocalDate today = LocalDate.ofInstant(now, due.timeZone());
    return due.policy().nilIncidentReportWanted() && !today.isBefore(due.declarableFrom());
  }

  /** Whether the month is one of which the carrier may expect anything. */
  boolean isOfContract() {
    return !due.period().isBefore(since) && (until == null || !due.period().isAfter(until));
  }

  boolean isOver() {
    return due.isLate(now);
  }

  int daysLeft() {
    return due.daysLeft(now);
  }
}

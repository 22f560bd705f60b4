package app.upline.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A carrier's time zone and all it ever asked, or announced that it will ask: whatever else is
 * known of its dates follows from these.
 *
 * @param policies at least one; kept in the order in which they take effect
 */
public record CarrierCalendar(ZoneId timeZone, List<ReportingPolicy> policies) {

  public CarrierCalendar {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("A carrier without a policy asks for nothing");
    }
    policies =
        policies.stream().sorted(Comparator.comparing(ReportingPolicy::effectiveFrom)).toList();
  }

  /** The policy in force on a day; before the first one took effect, that first one. */
  public ReportingPolicy policyOn(LocalDate day) {
    ReportingPolicy inForce = policies.getFirst();
    for (ReportingPolicy policy : policies) {
      if (policy.effectiveFrom().isAfter(day)) {
        break;
      }
      inForce = policy;
    }
    return inForce;
  }

  /** The policy in force at a moment. */
  public ReportingPolicy policyAt(Instant moment) {
    return policyOn(LocalDate.ofInstant(moment, timeZone));
  }

  /**
   * When the incidents of a period are due. The policy in force on the first day of the month
   * governs it, so that no later one ever moves a date that agencies were told.
   */
  public Due due(YearMonth period) {
    ReportingPolicy policy = policyOn(period.atDay(1));
    MonthDue due = policy.due(period);
    return new Due(
        period,
        due.dueDate(),
        endOf(due.dueDate()),
        due.graceEndsOn(),
        endOf(due.graceEndsOn()),
        timeZone,
        policy);
  }

  /**
   * The last second before the next day begins. Not "23:59:59": there are nights on which that time
   * comes twice, and nights on which it does not come.
   */
  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(timeZone).toInstant().minusSeconds(1);
  }
}

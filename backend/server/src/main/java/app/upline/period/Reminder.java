package app.upline.period;

import app.upline.agency.Due;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A word to an agency about a month that is owed to a carrier.
 *
 * @param kind {@code DUE_n}, so many days before the due date, or {@code OVERDUE}
 */
record Reminder(String kind, Due due) {

  static final String OVERDUE = "OVERDUE";

  /** No reminder goes out for a month that has been overdue for longer than this. */
  private static final int DAYS_OVERDUE = 7;

  /**
   * The one that is to have gone out by then: that of the latest of the policy's reminder days, so
   * that a day on which nothing ran leaves none out; one, and no more, once the month is late.
   */
  static Optional<Reminder> by(Due due, Instant now) {
    if (due.isLate(now)) {
      return now.isBefore(due.graceEndsAt().plusSeconds(DAYS_OVERDUE * 86_400L))
          ? Optional.of(new Reminder(OVERDUE, due))
          : Optional.empty();
    }
    int left = due.daysLeft(now);
    return due.policy().reminderDays().stream()
        .filter(days -> left >= 0 && left <= days)
        .min(Comparator.naturalOrder())
        .map(days -> new Reminder("DUE_" + days, due));
  }

  boolean isOverdue() {
    return kind.equals(OVERDUE);
  }

  /**
   * Whether it is about what stands so. A month without records may be one that its agency has not
   * looked at yet: the agency hears that it is due, and nothing more once it was.
   */
  boolean concerns(PeriodStatus status, Expectation expected) {
    return switch (status) {
      case DUE, DRAFTING -> !isOverdue();
      case NOTHING_TO_REPORT -> !isOverdue() && expected.isOfContract();
      case OVERDUE -> isOverdue();
      default -> false;
    };
  }
}

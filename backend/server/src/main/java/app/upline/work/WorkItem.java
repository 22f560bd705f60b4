package app.upline.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the caller.
 *
 * @param why a sentence for people
 * @param other the organization on the other side; null for what concerns the own one alone
 * @param dueOn the last day in time, where there is one
 * @param since from when on it waits, where that is known
 */
public record WorkItem(
    WorkKind kind,
    Urgency urgency,
    String why,
    Subject subject,
    @Nullable Organization other,
    @Nullable LocalDate dueOn,
    @Nullable Instant since) {

  /** What is due within so many days presses. */
  private static final int SOON = 7;

  /** An agency or a carrier. */
  public record Organization(UUID id, String name) {}

  /** How much a due day presses on a day. */
  public static Urgency byDueDay(@Nullable LocalDate dueOn, LocalDate today) {
    if (dueOn == null || dueOn.isAfter(today.plusDays(SOON))) {
      return Urgency.WAITING;
    }
    return dueOn.isBefore(today) ? Urgency.OVERDUE : Urgency.SOON;
  }
}

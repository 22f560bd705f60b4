package app.upline.oversight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plans are wanted; what is null does not matter.
 *
 * @param upline words of the name of the agency above the one it comes from
 * @param overdue only those with an overdue item
 * @param dueBefore with an item that is not accepted and due before this day
 * @param assigneeId given to this person of the caller's organization
 */
public record PlanFilter(
    @Nullable PlanState state,
    @Nullable UUID agencyId,
    @Nullable String upline,
    boolean overdue,
    @Nullable LocalDate dueBefore,
    @Nullable UUID assigneeId) {

  /** The order of a list for which none is asked: what is due comes by its day. */
  public PlanSort usualSort() {
    return overdue || dueBefore != null ? PlanSort.NEXT_DUE : PlanSort.NEWEST;
  }
}

package app.upline.oversight;

import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the queue are wanted; what is null does not matter.
 *
 * @param state null for all that wait
 * @param upline words of the name of the agency above the one it comes from
 * @param since received then or later
 * @param until received before
 */
public record TriageFilter(
    @Nullable TriageState state,
    @Nullable UUID assigneeId,
    @Nullable UUID agencyId,
    @Nullable String upline,
    @Nullable Severity severity,
    @Nullable ViolationCategory category,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** The order of a queue for which none is asked. */
  public TriageSort usualSort() {
    return since == null && until == null ? TriageSort.PRIORITY : TriageSort.RECEIVED_AT;
  }
}

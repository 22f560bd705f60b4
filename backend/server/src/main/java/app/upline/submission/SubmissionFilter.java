package app.upline.submission;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are wanted; what is null does not matter.
 *
 * @param period discloses an incident of this month, or declares that it had none
 * @param upline words of the name of the agency above the one it comes from
 * @param late whether anything in the newest submitted revision came late
 * @param since last submitted then or later
 * @param until last submitted before
 * @param assigneeId given to this person of the caller's organization
 */
public record SubmissionFilter(
    @Nullable SubmissionStatus status,
    @Nullable SubmissionKind kind,
    @Nullable YearMonth period,
    @Nullable UUID carrierId,
    @Nullable UUID agencyId,
    @Nullable String upline,
    @Nullable Boolean late,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable UUID assigneeId) {

  /** The order of a list for which none is asked: when something came is a matter of the queue. */
  public SubmissionSort usualSort() {
    return since == null && until == null ? SubmissionSort.NEWEST : SubmissionSort.SUBMITTED_AT;
  }
}

package app.upline.submission;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is about.
 *
 * @param period the month whose incidents it discloses, or that had none; null where it is not of
 *     one month, and for relationships
 */
record SubmissionSubject(SubmissionKind kind, SubmissionScope scope, @Nullable YearMonth period) {

  SubmissionSubject {
    if (period != null && kind != SubmissionKind.INCIDENTS) {
      throw new IllegalArgumentException("Only incidents have a month");
    }
  }

  /**
   * Whether a draft of it is the only one to its carrier. Incidents that the agency chose may be
   * reported the same minute, whatever else is being prepared.
   */
  boolean alone() {
    return kind == SubmissionKind.RELATIONSHIPS || scope != SubmissionScope.SELECTED;
  }
}

package app.upline.submission;

import app.upline.platform.fields.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a submission.
 *
 * @param previousRevision what the carrier had received before this submission
 * @param late null where the carrier sets no number of days, or before submission
 * @param timeliness of an incident
 * @param comparedRevision the one with which the differences compare
 * @param differences field by field against that; empty when there is none
 */
public record SubmissionItem(
    ChangeType changeType,
    @Nullable Integer previousRevision,
    boolean changedSinceReturn,
    @Nullable Boolean late,
    @Nullable Timeliness timeliness,
    @Nullable Integer comparedRevision,
    List<Difference> differences,
    DisclosedRecord disclosed) {

  SubmissionItem differing(List<Difference> otherwise) {
    return new SubmissionItem(
        changeType,
        previousRevision,
        changedSinceReturn,
        late,
        timeliness,
        comparedRevision,
        otherwise,
        disclosed);
  }
}

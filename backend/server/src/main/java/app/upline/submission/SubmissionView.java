package app.upline.submission;

import org.jspecify.annotations.Nullable;

/**
 * A submission with the revision that is shown of it.
 *
 * @param decision on the newest submitted revision: while its answer is being prepared, what is to
 *     be answered
 * @param outdatedItems how many relationships have changed since; null where that does not matter
 */
public record SubmissionView(
    Submission submission,
    SubmissionRevision revision,
    @Nullable Decision decision,
    @Nullable Integer outdatedItems) {

  SubmissionView withOutdatedItems(int count) {
    return new SubmissionView(submission, revision, decision, count);
  }
}

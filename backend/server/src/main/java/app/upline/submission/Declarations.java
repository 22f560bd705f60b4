package app.upline.submission;

import app.upline.identity.CurrentUser;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Whether a submission without items may be. Some carriers want to be told that there is nothing,
 * others want no report where there is nothing to report.
 */
@Singleton
final class Declarations {

  private final DisclosableTypes kinds;
  private final SubmissionItems items;

  Declarations(DisclosableTypes kinds, SubmissionItems items) {
    this.kinds = kinds;
    this.items = items;
  }

  /** Why not; empty when it may be. */
  Optional<String> refusal(CurrentUser user, Submission submission) {
    return items.count(submission) > 0
        ? Optional.empty()
        : kinds.of(submission).refusalOfNothing(user, submission);
  }
}

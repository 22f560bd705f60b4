package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The carrier's reviewer accepts a submission, or sends it back. */
@Singleton
public final class ReviewService {

  private final GuardedStep steps;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final Clock clock;

  ReviewService(GuardedStep steps, SubmissionRows rows, RevisionRows revisions, Clock clock) {
    this.steps = steps;
    this.rows = rows;
    this.revisions = revisions;
    this.clock = clock;
  }

  /** The carrier has received and accepted the disclosure. */
  public SubmissionOutcome acknowledge(
      CurrentUser user, UUID id, IntConsumer seen, @Nullable String message) {
    return steps.take(
        user,
        id,
        seen,
        Step.ACKNOWLEDGE,
        submission ->
            decide(
                user,
                submission,
                Decision.Outcome.ACKNOWLEDGED,
                message,
                Submission::acknowledged));
  }

  /**
   * The agency is to correct it. What was received stays in the carrier's register until the next
   * revision takes its place.
   */
  public SubmissionOutcome giveBack(
      CurrentUser user, UUID id, IntConsumer seen, @Nullable String message) {
    return steps.take(
        user,
        id,
        seen,
        Step.RETURN,
        submission ->
            decide(user, submission, Decision.Outcome.RETURNED, message, Submission::returned));
  }

  private SubmissionOutcome decide(
      CurrentUser user,
      Submission submission,
      Decision.Outcome outcome,
      @Nullable String message,
      BiFunction<Submission, Instant, Submission> transition) {
    String words = Remark.tidy(message);
    Optional<Fault> fault = Remark.fault("/message", words, outcome == Decision.Outcome.RETURNED);
    if (fault.isPresent()) {
      return new SubmissionOutcome.Refused(List.of(fault.get()));
    }
    Instant now = clock.instant();
    revisions.decide(
        submission.id(),
        submission.revision(),
        new Decision(outcome, user.name(), now, words),
        user);
    rows.save(transition.apply(submission, now));
    return steps.done(user, submission.id());
  }
}

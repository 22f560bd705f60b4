package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The carrier's reviewer accepts a submission, or sends it back. */
@Singleton
public final class ReviewService {

  private final SubmissionStep steps;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final ReviewedComments comments;
  private final SubmissionEvents events;
  private final Clock clock;

  ReviewService(
      SubmissionStep steps,
      SubmissionRows rows,
      RevisionRows revisions,
      ReviewedComments comments,
      SubmissionEvents events,
      Clock clock) {
    this.steps = steps;
    this.rows = rows;
    this.revisions = revisions;
    this.comments = comments;
    this.events = events;
    this.clock = clock;
  }

  /** The carrier has received and accepted the disclosure. */
  public Outcome<SubmissionView> acknowledge(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable String message) {
    return steps.take(
        user,
        id,
        expected,
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
  public Outcome<SubmissionView> giveBack(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable String message) {
    return steps.take(
        user,
        id,
        expected,
        Step.RETURN,
        submission ->
            decide(user, submission, Decision.Outcome.RETURNED, message, Submission::returned));
  }

  private Outcome<SubmissionView> decide(
      CurrentUser user,
      Submission submission,
      Decision.Outcome outcome,
      @Nullable String message,
      BiFunction<Submission, Instant, Submission> transition) {
    String words = ReasonText.tidy(message);
    Optional<Fault> fault =
        ReasonText.fault("/message", words, outcome == Decision.Outcome.RETURNED);
    if (fault.isPresent()) {
      return Outcome.invalid(List.of(fault.get()));
    }
    Instant now = clock.instant();
    revisions.decide(
        submission.id(),
        submission.revision(),
        new Decision(outcome, user.name(), now, words),
        user);
    rows.save(transition.apply(submission, now));
    comments.decided(user, submission, outcome, now);
    events.decided(submission, outcome);
    return steps.done(user, submission.id());
  }
}

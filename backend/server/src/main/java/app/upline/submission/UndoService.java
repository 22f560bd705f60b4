package app.upline.submission;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The carrier's reviewer takes an acknowledgement back that was a mistake. */
@Singleton
public final class UndoService {

  private final SubmissionStep steps;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final UndoneAcknowledgements undone;
  private final ReviewedComments comments;
  private final SubmissionEvents events;
  private final AuditTrail audit;
  private final Clock clock;

  UndoService(
      SubmissionStep steps,
      SubmissionRows rows,
      RevisionRows revisions,
      UndoneAcknowledgements undone,
      ReviewedComments comments,
      SubmissionEvents events,
      AuditTrail audit,
      Clock clock) {
    this.steps = steps;
    this.rows = rows;
    this.revisions = revisions;
    this.undone = undone;
    this.comments = comments;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Under review again, as it was before. That it was acknowledged, and that this was undone, stays
   * beside the revision. Refused once the time for it has passed, and once the agency has submitted
   * more of what was acknowledged: that was told as a follow-up of it.
   */
  public Outcome<SubmissionView> undo(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable String reason) {
    return steps.take(
        user,
        id,
        expected,
        Step.UNDO_ACKNOWLEDGEMENT,
        submission -> undo(user, submission, ReasonText.tidy(reason)));
  }

  private Outcome<SubmissionView> undo(
      CurrentUser user, Submission submission, @Nullable String reason) {
    Optional<Fault> fault = ReasonText.fault("/message", reason, true);
    if (reason == null || fault.isPresent()) {
      return Outcome.invalid(fault.stream().toList());
    }
    Instant acknowledgedAt =
        Objects.requireNonNull(rows.find(user, submission.id()).orElseThrow().decision()).at();
    Optional<String> later = undone.followedUpBy(submission, acknowledgedAt);
    if (later.isPresent()) {
      return Outcome.wrongState(
          "%s was submitted after %s had been acknowledged, and tells more of what is in it. Return that one instead, and say in it what is to be corrected."
              .formatted(later.get(), submission.reference()));
    }
    Instant now = clock.instant();
    Submission after = submission.underReviewAgain(now);
    undone.keep(user, after, now, reason);
    comments.acknowledgementUndone(user, submission, now, reason);
    revisions.undecide(submission.id(), submission.revision());
    rows.save(after);
    events.acknowledgementUndone(user, submission);
    audit.because(reason);
    return steps.done(user, submission.id());
  }
}

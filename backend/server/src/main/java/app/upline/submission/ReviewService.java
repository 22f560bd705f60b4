package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The carrier's reviewer accepts a submission, or sends it back. */
@Singleton
public final class ReviewService {

  private final Database database;
  private final SubmissionStep steps;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final ReviewedComments comments;
  private final SubmissionEvents events;
  private final Clock clock;

  ReviewService(
      Database database,
      SubmissionStep steps,
      SubmissionRows rows,
      RevisionRows revisions,
      ReviewedComments comments,
      SubmissionEvents events,
      Clock clock) {
    this.database = database;
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

  /** Several at once, in the revisions that the reviewer has seen: all of them or none. */
  public Outcome<List<SubmissionView>> acknowledgeAll(
      CurrentUser user, List<ReviewedTogether> seen, @Nullable String message) {
    List<Fault> faults = new ArrayList<>();
    ReasonText.fault("/message", ReasonText.tidy(message), false).ifPresent(faults::add);
    if (seen.isEmpty() || seen.size() > ReviewedTogether.MOST) {
      faults.add(
          new Fault("/submissions", "COUNT", "Name 1 to %d.".formatted(ReviewedTogether.MOST)));
    }
    if (seen.stream().map(ReviewedTogether::submissionId).distinct().count() < seen.size()) {
      faults.add(new Fault("/submissions", "TWICE", "Name each submission once."));
    }
    return faults.isEmpty()
        ? database.writingUnless(Outcome::isRefused, () -> eachOf(user, seen, message))
        : Outcome.invalid(faults);
  }

  /** In the order of their ids, so that simultaneous reviews never wait in a circle. */
  private Outcome<List<SubmissionView>> eachOf(
      CurrentUser user, List<ReviewedTogether> seen, @Nullable String message) {
    Map<UUID, SubmissionView> done = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    seen.stream()
        .sorted(Comparator.comparing(ReviewedTogether::submissionId))
        .forEach(
            one -> {
              switch (acknowledge(user, one, message)) {
                case Outcome.Done<SubmissionView>(SubmissionView view) ->
                    done.put(one.submissionId(), view);
                case Outcome.Refused<SubmissionView>(Refusal refusal) ->
                    faults.add(fault(seen.indexOf(one), refusal));
              }
            });
    return faults.isEmpty()
        ? Outcome.done(seen.stream().map(one -> done.get(one.submissionId())).toList())
        : Outcome.invalid(faults);
  }

  private Outcome<SubmissionView> acknowledge(
      CurrentUser user, ReviewedTogether seen, @Nullable String message) {
    return steps.take(
        user,
        seen.submissionId(),
        new ExpectedVersion.Any(),
        Step.ACKNOWLEDGE,
        submission ->
            submission.revision() == seen.revision()
                ? decide(
                    user,
                    submission,
                    Decision.Outcome.ACKNOWLEDGED,
                    message,
                    Submission::acknowledged)
                : Outcome.wrongState(
                    "%s was submitted again; look at revision %d."
                        .formatted(submission.reference(), submission.revision())));
  }

  private static Fault fault(int index, Refusal refusal) {
    String pointer = "/submissions/" + index;
    return switch (refusal) {
      case Refusal.NotFound(String what) ->
          new Fault(pointer, "UNKNOWN_SUBMISSION", "There is no such %s.".formatted(what));
      case Refusal.WrongState(String why, var possible) -> new Fault(pointer, "WRONG_STATE", why);
      default -> throw new IllegalStateException("Nothing else was checked: " + refusal);
    };
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

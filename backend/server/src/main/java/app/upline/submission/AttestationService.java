package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agency's attester submits, or takes back before review. */
@Singleton
public final class AttestationService {

  private final Directory directory;
  private final RevisionRows revisions;
  private final SubmissionRows rows;
  private final SubmissionItems items;
  private final DisclosableTypes kinds;
  private final Declarations declarations;
  private final Sealing sealing;
  private final DisclosureLedger ledger;
  private final SubmissionStep steps;
  private final ReviewedComments comments;
  private final SubmissionEvents events;
  private final Clock clock;

  AttestationService(
      Directory directory,
      RevisionRows revisions,
      SubmissionRows rows,
      SubmissionItems items,
      DisclosableTypes kinds,
      Declarations declarations,
      Sealing sealing,
      DisclosureLedger ledger,
      SubmissionStep steps,
      ReviewedComments comments,
      SubmissionEvents events,
      Clock clock) {
    this.directory = directory;
    this.revisions = revisions;
    this.rows = rows;
    this.items = items;
    this.kinds = kinds;
    this.declarations = declarations;
    this.sealing = sealing;
    this.ledger = ledger;
    this.steps = steps;
    this.comments = comments;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Attests to the items as the caller has seen them and submits them: the carrier holds them from
   * then on, and the receipt says what it holds (42 CFR 422.2274(g)(2)).
   */
  public Outcome<SubmissionView> submit(
      CurrentUser user, UUID id, ExpectedVersion expected, AttestationRequest request) {
    return steps.take(
        user,
        id,
        expected,
        Step.SUBMIT,
        submission -> {
          List<Fault> faults = request.faults();
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          Carrier carrier = directory.carrier(user, submission.carrier().id()).orElse(null);
          if (carrier == null) {
            return Outcome.wrongState(
                "The agency has no contract with %s any more."
                    .formatted(submission.carrier().name()),
                instead(submission));
          }
          return refusal(user, submission, carrier, request)
              .or(() -> sealing.seal(user, submission, carrier, request))
              .<Outcome<SubmissionView>>map(Outcome::refused)
              .orElseGet(() -> steps.done(user, id));
        });
  }

  /** Takes back what the carrier has not yet reviewed; that it was submitted stays on record. */
  public Outcome<SubmissionView> withdraw(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable String message) {
    return steps.take(
        user,
        id,
        expected,
        Step.WITHDRAW,
        submission -> {
          String why = ReasonText.tidy(message);
          Optional<Fault> fault = ReasonText.fault("/message", why, true);
          if (fault.isPresent()) {
            return Outcome.invalid(List.of(fault.get()));
          }
          Instant at = ledger.after(submission, clock.instant());
          ledger.takeBack(submission, at);
          kinds.of(submission).takenBack(submission);
          revisions.decide(
              id,
              submission.revision(),
              new Decision(Decision.Outcome.WITHDRAWN, user.name(), at, why),
              user);
          rows.save(submission.withdrawn(at));
          comments.submittedOrWithdrawn(submission);
          events.withdrawn(submission);
          return steps.done(user, id);
        });
  }

  private Optional<Refusal> refusal(
      CurrentUser user, Submission submission, Carrier carrier, AttestationRequest request) {
    return Sealing.outdated(carrier, request)
        .or(() -> stale(submission, carrier))
        .or(
            () ->
                declarations
                    .refusal(user, submission)
                    .map(SubmissionConflict.NOTHING_TO_DISCLOSE::because));
  }

  /** Whether it no longer says truly what is new to the carrier, or is the carrier's business. */
  private Optional<Refusal> stale(Submission submission, Carrier carrier) {
    String records = submission.kind().plural();
    if (items.overtaken(submission) > 0) {
      return Optional.of(
          wrongState(
              submission,
              "Since %s was prepared, %s has received other revisions of the same %s. Refresh it, so that it says truly what is new."
                  .formatted(submission.reference(), carrier.name(), records)));
    }
    return items.astray(submission) == 0
        ? Optional.empty()
        : Optional.of(
            wrongState(
                submission,
                "Some %s in %s no longer concern %s, or were voided since. Refresh it, so that it says so."
                    .formatted(records, submission.reference(), carrier.name())));
  }

  private static Refusal wrongState(Submission submission, String why) {
    return new Refusal.WrongState(why, instead(submission));
  }

  /** What is possible but for submitting, which its state allows and something else does not. */
  private static List<Step> instead(Submission submission) {
    return submission.possible().stream().filter(step -> step != Step.SUBMIT).toList();
  }
}

package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The agency's attester submits, or takes back before review. */
@Singleton
public final class AttestationService {

  private final Directory directory;
  private final RevisionRows revisions;
  private final SubmissionRows rows;
  private final PinnedItems items;
  private final RecordKinds kinds;
  private final Declarations declarations;
  private final CanonicalContent content;
  private final ReceiptNumbers receiptNumbers;
  private final DisclosureLedger ledger;
  private final DisclosureFacets facets;
  private final GuardedStep steps;
  private final Clock clock;

  AttestationService(
      Directory directory,
      RevisionRows revisions,
      SubmissionRows rows,
      PinnedItems items,
      RecordKinds kinds,
      Declarations declarations,
      CanonicalContent content,
      ReceiptNumbers receiptNumbers,
      DisclosureLedger ledger,
      DisclosureFacets facets,
      GuardedStep steps,
      Clock clock) {
    this.directory = directory;
    this.revisions = revisions;
    this.rows = rows;
    this.items = items;
    this.kinds = kinds;
    this.declarations = declarations;
    this.content = content;
    this.receiptNumbers = receiptNumbers;
    this.ledger = ledger;
    this.facets = facets;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Attests to the items as the caller has seen them and submits them: the carrier holds them from
   * then on, and the receipt says what it holds (42 CFR 422.2274(g)(2)).
   */
  public SubmissionOutcome submit(
      CurrentUser user, UUID id, IntConsumer seen, AttestationRequest request) {
    return steps.take(
        user,
        id,
        seen,
        Step.SUBMIT,
        submission -> {
          List<Fault> faults = request.faults();
          if (!faults.isEmpty()) {
            return new SubmissionOutcome.Refused(faults);
          }
          Carrier carrier = directory.carrier(user, submission.carrier().id()).orElse(null);
          return refusal(user, submission, carrier, request)
              .orElseGet(() -> seal(user, submission, Objects.requireNonNull(carrier), request));
        });
  }

  /** Takes back what the carrier has not yet reviewed; that it was submitted stays on record. */
  public SubmissionOutcome withdraw(
      CurrentUser user, UUID id, IntConsumer seen, @Nullable String message) {
    return steps.take(
        user,
        id,
        seen,
        Step.WITHDRAW,
        submission -> {
          String why = Remark.tidy(message);
          Optional<Fault> fault = Remark.fault("/message", why, true);
          if (fault.isPresent()) {
            return new SubmissionOutcome.Refused(List.of(fault.get()));
          }
          Instant at = ledger.after(submission, clock.instant());
          ledger.takeBack(submission, at);
          revisions.decide(
              id,
              submission.revision(),
              new Decision(Decision.Outcome.WITHDRAWN, user.name(), at, why),
              user);
          rows.save(submission.withdrawn(at));
          return steps.done(user, id);
        });
  }

  private Optional<SubmissionOutcome> refusal(
      CurrentUser user,
      Submission submission,
      @Nullable Carrier carrier,
      AttestationRequest request) {
    if (carrier == null) {
      return wrongState(
          submission,
          "The agency has no contract with %s any more.".formatted(submission.carrier().name()));
    }
    String current = carrier.policy().attestationVersion();
    if (!current.equals(request.wordingVersion())) {
      return Optional.of(
          new SubmissionOutcome.AttestationOutdated(
              "The current wording of %s is %s. Read it, and attest to that."
                  .formatted(carrier.name(), current)));
    }
    if (items.overtaken(submission) > 0) {
      return wrongState(
          submission,
          "Since %s was prepared, %s has received other revisions of the same %s. Refresh it, so that it says truly what is new."
              .formatted(submission.reference(), carrier.name(), submission.kind().plural()));
    }
    return declarations.refusal(user, submission).map(SubmissionOutcome.NothingToDisclose::new);
  }

  private static Optional<SubmissionOutcome> wrongState(Submission submission, String why) {
    return Optional.of(new SubmissionOutcome.WrongState(why, submission.possible()));
  }

  private SubmissionOutcome seal(
      CurrentUser user, Submission submission, Carrier carrier, AttestationRequest request) {
    Instant at = ledger.after(submission, clock.instant());
    Integer late = kinds.of(submission).markLate(submission, carrier, at);
    Attestation attestation =
        new Attestation(
            user.name(),
            Objects.requireNonNull(request.title()),
            carrier.policy().attestationVersion(),
            carrier.policy().attestationWording(),
            at);
    ContentHeader header =
        new ContentHeader(
            submission,
            submission.revision(),
            submission.agency(),
            submission.carrier(),
            attestation,
            at,
            items.count(submission));
    Seal seal =
        new Seal(
            receiptNumbers.next(),
            content.sha256(header),
            at,
            late,
            header.agency().name(),
            header.carrier().name(),
            attestation);
    revisions.seal(submission.id(), submission.revision(), seal, user);
    ledger.disclose(submission, at);
    facets.add(submission);
    rows.save(submission.submitted(at));
    return steps.done(user, submission.id());
  }
}

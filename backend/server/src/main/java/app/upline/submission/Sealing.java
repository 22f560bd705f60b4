package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes what an attester vouches for unchangeable, and gives it to the carrier; called inside a
 * transaction that holds the agency's lock.
 */
@Singleton
final class Sealing {

  private final RevisionRows revisions;
  private final SubmissionRows rows;
  private final SubmissionItems items;
  private final DisclosableTypes kinds;
  private final CanonicalContent content;
  private final ReceiptNumbers receiptNumbers;
  private final DisclosureLedger ledger;
  private final DisclosureFacets facets;
  private final AuditTrail audit;
  private final ReviewedComments comments;
  private final SubmissionEvents events;
  private final Clock clock;

  Sealing(
      RevisionRows revisions,
      SubmissionRows rows,
      SubmissionItems items,
      DisclosableTypes kinds,
      CanonicalContent content,
      ReceiptNumbers receiptNumbers,
      DisclosureLedger ledger,
      DisclosureFacets facets,
      AuditTrail audit,
      ReviewedComments comments,
      SubmissionEvents events,
      Clock clock) {
    this.audit = audit;
    this.revisions = revisions;
    this.rows = rows;
    this.items = items;
    this.kinds = kinds;
    this.content = content;
    this.receiptNumbers = receiptNumbers;
    this.ledger = ledger;
    this.facets = facets;
    this.comments = comments;
    this.events = events;
    this.clock = clock;
  }

  /** Whether the attester read another wording than the carrier's current one. */
  static Optional<Refusal> outdated(Carrier carrier, AttestationRequest request) {
    String current = carrier.policy().attestationVersion();
    return current.equals(request.wordingVersion())
        ? Optional.empty()
        : Optional.of(
            SubmissionConflict.ATTESTATION_OUTDATED.because(
                "The current wording of %s is %s. Read it, and attest to that."
                    .formatted(carrier.name(), current)));
  }

  /** Seals the revision at hand, unless there is something about its items to be fixed first. */
  Optional<Refusal> seal(
      CurrentUser user, Submission submission, Carrier carrier, AttestationRequest request) {
    Instant at = ledger.after(submission, clock.instant());
    DisclosableType kind = kinds.of(submission);
    Integer late = kind.markLate(submission, carrier, at);
    List<Fault> faults = kind.faults(submission, request.reasons());
    if (!faults.isEmpty()) {
      return Optional.of(new Refusal.Invalid(faults));
    }
    int count = items.count(submission);
    Seal seal = made(user, submission, carrier, request, at, late, count);
    revisions.seal(submission.id(), submission.revision(), seal, user);
    audit.changed(
        List.of(
            new AuditedObject(
                ReceiptCheck.KIND,
                submission.id(),
                seal.receiptNumber(),
                null,
                seal.contentSha256())));
    ledger.disclose(submission, at);
    kind.disclosed(submission, at);
    facets.add(submission);
    rows.save(submission.submitted(count, at));
    rows.markLate(submission.agency().id(), submission.id(), late == null ? null : late > 0);
    comments.submittedOrWithdrawn(submission);
    events.received(submission);
    return Optional.empty();
  }

  private Seal made(
      CurrentUser user,
      Submission submission,
      Carrier carrier,
      AttestationRequest request,
      Instant at,
      @Nullable Integer late,
      int count) {
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
            request.reasons(),
            count);
    return new Seal(
        receiptNumbers.next(),
        content.sha256(header),
        at,
        late,
        request.reasons(),
        header.agency().name(),
        header.carrier().name(),
        attestation);
  }
}

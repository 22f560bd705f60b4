package app.upline.submission;

import app.upline.audit.Digest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure of chosen revisions to one carrier, as the caller may see it. Its state changes only
 * by the methods here, each of which refuses what {@link Steps} does not allow.
 *
 * @param revision the one at hand; after a return, once refreshed, the one being prepared
 * @param sealedRevision the newest that was submitted, null before the first
 * @param version counts the changes of state
 * @param submittedAt when it was last submitted
 */
public record Submission(
    UUID id,
    String reference,
    SubmissionKind kind,
    Party agency,
    Party carrier,
    SubmissionScope scope,
    SubmissionStatus status,
    int revision,
    @Nullable Integer sealedRevision,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant submittedAt) {

  /** A first draft. */
  static Submission draft(
      UUID id,
      String reference,
      SubmissionKind kind,
      Party agency,
      Party carrier,
      SubmissionScope scope,
      Instant at) {
    return new Submission(
        id,
        reference,
        kind,
        agency,
        carrier,
        scope,
        SubmissionStatus.DRAFT,
        1,
        null,
        1,
        at,
        at,
        null);
  }

  /** Of its state, for the audit trail; the content has digests of its own. */
  String digest() {
    return Digest.of(id, version, status, revision, sealedRevision);
  }

  /** What its state allows next; the caller's roles decide which of them are the caller's. */
  public List<Step> possible() {
    return Steps.from(status, prepared());
  }

  /** Whether the answer to a return is ready to be submitted. */
  boolean prepared() {
    return status == SubmissionStatus.RETURNED
        && sealedRevision != null
        && revision > sealedRevision;
  }

  /** Whether its items can still become others. */
  boolean open() {
    return status == SubmissionStatus.DRAFT || prepared();
  }

  /** The newest revisions have been taken in; after a return this makes the next revision. */
  Submission refreshed(Instant at) {
    require(Step.REFRESH);
    return next(status, nextRevision(), sealedRevision, at, submittedAt);
  }

  /** The revision that a refresh writes. */
  int nextRevision() {
    return sealedRevision == null ? revision : sealedRevision + 1;
  }

  Submission discarded(Instant at) {
    require(Step.DISCARD);
    return next(SubmissionStatus.DISCARDED, revision, sealedRevision, at, submittedAt);
  }

  Submission submitted(Instant at) {
    require(Step.SUBMIT);
    return next(SubmissionStatus.SUBMITTED, revision, revision, at, at);
  }

  Submission withdrawn(Instant at) {
    require(Step.WITHDRAW);
    return next(SubmissionStatus.WITHDRAWN, revision, sealedRevision, at, submittedAt);
  }

  Submission acknowledged(Instant at) {
    require(Step.ACKNOWLEDGE);
    return next(SubmissionStatus.ACKNOWLEDGED, revision, sealedRevision, at, submittedAt);
  }

  Submission returned(Instant at) {
    require(Step.RETURN);
    return next(SubmissionStatus.RETURNED, revision, sealedRevision, at, submittedAt);
  }

  private void require(Step step) {
    if (!possible().contains(step)) {
      throw new IllegalStateException("%s cannot take the step %s".formatted(status, step));
    }
  }

  private Submission next(
      SubmissionStatus nextStatus,
      int nextRevision,
      @Nullable Integer nextSealed,
      Instant at,
      @Nullable Instant nextSubmittedAt) {
    return new Submission(
        id,
        reference,
        kind,
        agency,
        carrier,
        scope,
        nextStatus,
        nextRevision,
        nextSealed,
        version + 1,
        createdAt,
        at,
        nextSubmittedAt);
  }
}

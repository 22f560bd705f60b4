package app.upline.submission;

import app.upline.audit.Digest;
import app.upline.submission.UndoWindow.Undoing;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure of chosen revisions to one carrier, as the caller may see it. Its state changes only
 * by the methods here, each of which refuses what {@link SubmissionTransitions} does not allow.
 *
 * @param revision the one at hand; after a return, once refreshed, the one being prepared
 * @param submittedRevision the newest that was submitted, null before the first
 * @param nil whether what was submitted says that there were no incidents in the month
 * @param version counts the changes of state
 * @param submittedAt when it was last submitted
 * @param undoing of its acknowledgement, as of when it was read; null where there is none
 */
public record Submission(
    UUID id,
    String reference,
    OrganizationRef agency,
    OrganizationRef carrier,
    SubmissionSubject matter,
    SubmissionStatus status,
    int revision,
    @Nullable Integer submittedRevision,
    boolean nil,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Undoing undoing) {

  /** A first draft. */
  static Submission draft(
      UUID id,
      String reference,
      OrganizationRef agency,
      OrganizationRef carrier,
      SubmissionSubject matter,
      Instant at) {
    return new Submission(
        id,
        reference,
        agency,
        carrier,
        matter,
        SubmissionStatus.DRAFT,
        1,
        null,
        false,
        1,
        at,
        at,
        null,
        null);
  }

  public SubmissionKind kind() {
    return matter.kind();
  }

  public SubmissionScope scope() {
    return matter.scope();
  }

  public @Nullable YearMonth period() {
    return matter.period();
  }

  /** Of its state, for the audit trail; the content has digests of its own. */
  String digest() {
    return Digest.of(id, version, status, revision, submittedRevision);
  }

  /** What its state allows next; the caller's roles decide which of them are the caller's. */
  public List<Step> possible() {
    return SubmissionTransitions.from(status, prepared(), undoableUntil() != null);
  }

  /** Until when its acknowledgement can be undone; null where it cannot, or not any more. */
  public @Nullable Instant undoableUntil() {
    return undoing != null && undoing.isOpen() ? undoing.until() : null;
  }

  /** Whether the answer to a return is ready to be submitted. */
  boolean prepared() {
    return status == SubmissionStatus.RETURNED
        && submittedRevision != null
        && revision > submittedRevision;
  }

  /** Whether its items can still become others. */
  boolean open() {
    return status == SubmissionStatus.DRAFT || prepared();
  }

  /** The newest revisions have been taken in; after a return this makes the next revision. */
  Submission refreshed(Instant at) {
    require(Step.REFRESH);
    return next(status, nextRevision(), submittedRevision, nil, at, submittedAt);
  }

  /** The revision that a refresh writes. */
  int nextRevision() {
    return submittedRevision == null ? revision : submittedRevision + 1;
  }

  Submission discarded(Instant at) {
    require(Step.DISCARD);
    return next(SubmissionStatus.DISCARDED, revision, submittedRevision, nil, at, submittedAt);
  }

  /**
   * The carrier holds it from now on.
   *
   * @param items how many there are; none of a month's incidents is a declaration too
   */
  Submission submitted(int items, Instant at) {
    require(Step.SUBMIT);
    boolean nothing = items == 0 && kind() == SubmissionKind.INCIDENTS;
    return next(SubmissionStatus.SUBMITTED, revision, revision, nothing, at, at);
  }

  Submission withdrawn(Instant at) {
    require(Step.WITHDRAW);
    return next(SubmissionStatus.WITHDRAWN, revision, submittedRevision, nil, at, submittedAt);
  }

  Submission acknowledged(Instant at) {
    require(Step.ACKNOWLEDGE);
    return next(SubmissionStatus.ACKNOWLEDGED, revision, submittedRevision, nil, at, submittedAt);
  }

  Submission returned(Instant at) {
    require(Step.RETURN);
    return next(SubmissionStatus.RETURNED, revision, submittedRevision, nil, at, submittedAt);
  }

  /**
   * As if it had not been acknowledged; the version and the time of the change tell that it was.
   */
  Submission underReviewAgain(Instant at) {
    require(Step.UNDO_ACKNOWLEDGEMENT);
    return next(SubmissionStatus.SUBMITTED, revision, submittedRevision, nil, at, submittedAt);
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
      boolean nextNil,
      Instant at,
      @Nullable Instant nextSubmittedAt) {
    return new Submission(
        id,
        reference,
        agency,
        carrier,
        matter,
        nextStatus,
        nextRevision,
        nextSealed,
        nextNil,
        version + 1,
        createdAt,
        at,
        nextSubmittedAt,
        null);
  }
}

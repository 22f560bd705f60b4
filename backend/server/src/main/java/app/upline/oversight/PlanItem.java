package app.upline.oversight;

import app.upline.incident.Attachment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the agency is to do.
 *
 * @param overdue past its due date, where the carrier is, and not accepted
 */
public record PlanItem(
    UUID id,
    String title,
    String owner,
    LocalDate dueDate,
    State state,
    boolean overdue,
    @Nullable String rejectionReason,
    List<Evidence> evidence,
    List<File> files) {

  /** How many files an item takes. */
  static final int MOST_FILES = 20;

  /** The codes of the contract. */
  public enum State {
    OPEN,
    EVIDENCE_SUBMITTED,
    ACCEPTED,
    REJECTED
  }

  /** What the agency says it did, and where the proof is kept. */
  public record Evidence(String text, @Nullable String reference, String by, Instant at) {}

  /** A file that proves it. */
  public record File(Attachment attachment, String by, Instant at) {}

  /**
   * What is possible.
   *
   * @param planIsOpen nothing is, once the plan has ended
   */
  public List<PlanStep> possible(boolean planIsOpen) {
    if (!planIsOpen) {
      return List.of();
    }
    return switch (state) {
      case OPEN, REJECTED ->
          List.of(PlanStep.ATTACH_FILE, PlanStep.SUBMIT_EVIDENCE, PlanStep.EXTEND);
      case EVIDENCE_SUBMITTED ->
          List.of(
              PlanStep.ATTACH_FILE,
              PlanStep.SUBMIT_EVIDENCE,
              PlanStep.ACCEPT,
              PlanStep.REJECT,
              PlanStep.EXTEND);
      // A validation may find that what was accepted does not hold.
      case ACCEPTED -> List.of(PlanStep.REJECT);
    };
  }

  /** The state after a step that {@link #possible} allows. */
  State after(PlanStep step) {
    return switch (step) {
      case ATTACH_FILE, EXTEND -> state;
      case SUBMIT_EVIDENCE -> State.EVIDENCE_SUBMITTED;
      case ACCEPT -> State.ACCEPTED;
      case REJECT -> State.REJECTED;
      case ISSUE, CLOSE, CANCEL -> throw new IllegalStateException(step + " is no item's step");
    };
  }
}

package app.upline.submission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The table of what is possible in which state, and how a refusal is worded. */
final class SubmissionTransitions {

  private SubmissionTransitions() {}

  /**
   * What is possible.
   *
   * @param prepared whether the answer to a return is ready to be submitted
   * @param undoable whether an acknowledgement is so new that it can be undone
   */
  static List<Step> from(SubmissionStatus status, boolean prepared, boolean undoable) {
    return switch (status) {
      case DRAFT -> List.of(Step.REFRESH, Step.DISCARD, Step.SUBMIT);
      case SUBMITTED -> List.of(Step.WITHDRAW, Step.ACKNOWLEDGE, Step.RETURN);
      case RETURNED -> prepared ? List.of(Step.REFRESH, Step.SUBMIT) : List.of(Step.REFRESH);
      case ACKNOWLEDGED -> undoable ? List.of(Step.UNDO_ACKNOWLEDGEMENT) : List.of();
      case WITHDRAWN, DISCARDED -> List.of();
    };
  }

  /** Why a step is not possible, and what is. */
  static String refusal(Submission submission, Step step) {
    if (step == Step.UNDO_ACKNOWLEDGEMENT && submission.undoing() != null) {
      return "The acknowledgement of %s could be undone until %s. Ask %s for a correction instead, which you review when it is submitted."
          .formatted(
              submission.reference(),
              seconds(submission.undoing().until()),
              submission.agency().name());
    }
    return "%s %s and cannot be %s. %s"
        .formatted(
            submission.reference(), is(submission.status()), step.done(), instead(submission));
  }

  private static String is(SubmissionStatus status) {
    return switch (status) {
      case DRAFT -> "is a draft";
      case SUBMITTED -> "has been submitted";
      case RETURNED -> "has been returned for correction";
      case ACKNOWLEDGED -> "has been acknowledged";
      case WITHDRAWN -> "has been withdrawn";
      case DISCARDED -> "has been discarded";
    };
  }

  private static String instead(Submission submission) {
    return switch (submission.status()) {
      case DRAFT -> "The agency can refresh, submit or discard it.";
      case SUBMITTED ->
          "It can be acknowledged or returned, or withdrawn until the carrier has reviewed it.";
      case RETURNED ->
          submission.prepared()
              ? "The agency can submit what it prepared, or refresh it."
              : "Refresh it first: that prepares the next revision.";
      case ACKNOWLEDGED -> {
        Instant until = submission.undoableUntil();
        yield until == null
            ? "Nothing more can be done with it."
            : "The carrier's reviewers can undo that until %s.".formatted(seconds(until));
      }
      case WITHDRAWN, DISCARDED -> "Nothing more can be done with it.";
    };
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}

package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of taking a step. */
public sealed interface SubmissionOutcome {

  /** Done. */
  record Done(SubmissionView view) implements SubmissionOutcome {}

  /** No such submission in the caller's sight. */
  record NotFound() implements SubmissionOutcome {}

  /** Not possible in this state, but these are. */
  record WrongState(String why, List<Step> possible) implements SubmissionOutcome {}

  /** A draft to this carrier is there already. */
  record DraftExists(String why) implements SubmissionOutcome {}

  /** The carrier knows everything, and wants no report of nothing. */
  record NothingToDisclose(String why) implements SubmissionOutcome {}

  /** A nil declaration would be untrue. */
  record NotNil(String why) implements SubmissionOutcome {}

  /** That the month had no incidents was declared before. */
  record NilDeclared(String why) implements SubmissionOutcome {}

  /** Attested was another wording than the carrier's current one. */
  record AttestationOutdated(String why) implements SubmissionOutcome {}

  /** What was sent breaks a rule. */
  record Refused(List<Fault> faults) implements SubmissionOutcome {

    static Refused of(String pointer, String code, String message) {
      return new Refused(List.of(new Fault(pointer, code, message)));
    }
  }

  /** Whether nothing may have been written. */
  default boolean isRefusal() {
    return !(this instanceof Done);
  }
}

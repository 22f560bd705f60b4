package app.upline.retention;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of placing or releasing a hold. */
public sealed interface HoldOutcome {

  /** Done; this is how it stands now. */
  record Done(LegalHold hold) implements HoldOutcome {}

  /** There is no such object, or no such hold, in the caller's sight. */
  record NotFound(String what) implements HoldOutcome {}

  /** What is over cannot be ended. */
  record AlreadyReleased() implements HoldOutcome {}

  /** What was sent breaks a rule. */
  record Refused(List<Fault> faults) implements HoldOutcome {}
}

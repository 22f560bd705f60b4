package app.upline.agency;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of announcing or withdrawing a policy. */
public sealed interface PolicyOutcome {

  /** It is announced. */
  record Announced(CarrierPolicy policy) implements PolicyOutcome {}

  /** It was withdrawn and never applied. */
  record Withdrawn() implements PolicyOutcome {}

  /** There is no such carrier or policy for the caller. */
  record NotFound() implements PolicyOutcome {}

  /** It breaks rules. */
  record Refused(List<Fault> faults) implements PolicyOutcome {}

  /** It applies already. */
  record InForce(String why) implements PolicyOutcome {}
}

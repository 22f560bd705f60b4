package app.upline.relationship;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of asking for a change in the register. */
public sealed interface ChangeOutcome {

  /** Done, or there was nothing to change. */
  record Saved(Relationship relationship) implements ChangeOutcome {}

  /**
   * Rules are broken; nothing was written.
   *
   * @param misshapen whether the JSON itself is not of the contract's shape
   */
  record Refused(List<Fault> faults, boolean misshapen) implements ChangeOutcome {}

  /** No such relationship in the caller's register. */
  record NotFound() implements ChangeOutcome {}

  /** Not possible in this state. */
  record WrongState(String why) implements ChangeOutcome {}
}

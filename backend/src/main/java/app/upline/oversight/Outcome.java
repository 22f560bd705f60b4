package app.upline.oversight;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of a step. */
public sealed interface Outcome<T> {

  /** Done; this is how it stands now. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Nothing of the kind in the caller's sight. */
  record NotFound<T>() implements Outcome<T> {}

  /** Not possible in this state, but these are, as codes of the contract. */
  record WrongState<T>(String why, List<String> possible) implements Outcome<T> {}

  /** What was sent breaks a rule. */
  record Refused<T>(List<Fault> faults) implements Outcome<T> {}

  /** There is a draft of the same list already. */
  record DraftExists<T>(String why) implements Outcome<T> {}

  /** Whether nothing may have been written. */
  default boolean isRefusal() {
    return !(this instanceof Done);
  }

  static <T> Outcome<T> refused(String pointer, String code, String message) {
    return new Refused<>(List.of(new Fault(pointer, code, message)));
  }
}

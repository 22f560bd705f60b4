package app.upline.platform.outcome;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.function.Function;

/**
 * What came of asking a service for something. A service that calls another one passes a refusal
 * on; controllers turn it into a problem, all in the same way.
 */
public sealed interface Outcome<T> {

  /** Done; this is how it stands now. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Not done, and nothing was changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** Done, with nothing to say about it. */
  static Outcome<Nothing> done() {
    return new Done<>(new Nothing());
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /**
   * There is none, or none that the caller may see.
   *
   * @param what the thing in lower case
   */
  static <T> Outcome<T> notFound(String what) {
    return refused(new Refusal.NotFound(what));
  }

  /** Not possible in this state, and neither is anything else that has a code. */
  static <T> Outcome<T> wrongState(String why) {
    return wrongState(why, List.of());
  }

  /** Not possible in this state, but these are. */
  static <T> Outcome<T> wrongState(String why, List<? extends Enum<?>> possible) {
    return refused(new Refusal.WrongState(why, possible));
  }

  /** Rules are broken. */
  static <T> Outcome<T> invalid(List<Fault> faults) {
    return refused(new Refusal.Invalid(faults));
  }

  /** One rule is broken. */
  static <T> Outcome<T> invalid(String pointer, String code, String message) {
    return invalid(List.of(new Fault(pointer, code, message)));
  }

  /** There were too many attempts. */
  static <T> Outcome<T> throttled(TooMany met) {
    return refused(new Refusal.Throttled(met));
  }

  /** Whether nothing may have been written. */
  default boolean isRefused() {
    return this instanceof Refused;
  }

  /** The same, with something made of the value. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> mapper) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(mapper.apply(value));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** The same of a part of something: a refusal's pointers lead into the part that was sent. */
  default Outcome<T> ofPart(String place) {
    return switch (this) {
      case Done<T> done -> done;
      case Refused<T>(Refusal refusal) -> refused(refusal.ofPart(place));
    };
  }

  /** The value; what a refusal is thrown as is for the caller to say. */
  default T orElseThrow(Function<? super Refusal, ? extends RuntimeException> thrown) {
    return switch (this) {
      case Done<T>(T value) -> value;
      case Refused<T>(Refusal refusal) -> throw thrown.apply(refusal);
    };
  }
}

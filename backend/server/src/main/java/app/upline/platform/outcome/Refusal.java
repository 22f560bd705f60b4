package app.upline.platform.outcome;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;

/** Why something was not done. Nothing was changed. */
public sealed interface Refusal {

  /**
   * There is none, or none that the caller may see.
   *
   * @param what the thing in lower case, such as {@code legal hold}
   */
  record NotFound(String what) implements Refusal {}

  /**
   * It was changed since the caller saw it.
   *
   * @param current the version that it has now
   */
  record Stale(String current) implements Refusal {}

  /**
   * Not possible in this state.
   *
   * @param why a sentence for the caller
   * @param possible what is possible instead, perhaps nothing; the names are codes of the contract
   */
  record WrongState(String why, List<? extends Enum<?>> possible) implements Refusal {
    public WrongState {
      possible = List.copyOf(possible);
    }
  }

  /** There is a draft of the same thing, which has to be finished or discarded first. */
  record DraftExists(String why) implements Refusal {}

  /** Something of its own kind is in the way. */
  record Conflict(ConflictKind kind, String why) implements Refusal {}

  /** Understood, but these rules are broken. */
  record Invalid(List<Fault> faults) implements Refusal {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /** Not understood: these are not of the contract's shape. */
  record Malformed(List<Fault> faults) implements Refusal {
    public Malformed {
      faults = List.copyOf(faults);
    }
  }

  /** There were too many attempts. */
  record Throttled(TooMany met) implements Refusal {}

  /** The same, where the caller has sent only what stands at this place of the whole. */
  default Refusal ofPart(String place) {
    return switch (this) {
      case Invalid(List<Fault> faults) -> new Invalid(ofPart(faults, place));
      case Malformed(List<Fault> faults) -> new Malformed(ofPart(faults, place));
      default -> this;
    };
  }

  private static List<Fault> ofPart(List<Fault> faults, String place) {
    return faults.stream()
        .map(
            fault ->
                fault.pointer().startsWith(place + "/")
                    ? new Fault(
                        fault.pointer().substring(place.length()), fault.code(), fault.message())
                    : fault)
        .toList();
  }

  /** The faults of something that was read, of whichever of the two kinds they are. */
  static Refusal of(List<Fault> faults, boolean malformed) {
    return malformed ? new Malformed(faults) : new Invalid(faults);
  }
}

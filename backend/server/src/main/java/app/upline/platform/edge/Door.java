package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import app.upline.platform.problem.ProblemType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** So many are let in at a time, and of one network half of them. */
final class Door {

  private static final Fault FULL =
      new Fault(ProblemType.UNAVAILABLE, "Too many ask for this at a time; try again soon.");

  private static final Fault FULL_OF_YOURS =
      new Fault(
          ProblemType.TOO_MUCH_AT_ONCE,
          "Your network address asks for this too often at a time; try again soon.");

  private final IntSupplier places;
  private final Map<String, Integer> taken = new HashMap<>();
  private int takenInAll;

  Door(IntSupplier places) {
    this.places = places;
  }

  /** Takes a place, or says why there is none; what was taken is to be given back. */
  synchronized Optional<Fault> enter(String network) {
    int many = places.getAsInt();
    if (takenInAll >= many) {
      return Optional.of(FULL);
    }
    if (taken.getOrDefault(network, 0) >= Math.max(1, many / 2)) {
      return Optional.of(FULL_OF_YOURS);
    }
    takenInAll++;
    taken.merge(network, 1, Integer::sum);
    return Optional.empty();
  }

  synchronized void leave(String network) {
    takenInAll--;
    taken.computeIfPresent(network, (key, n) -> n == 1 ? null : n - 1);
  }
}

package app.upline.publication;

import app.upline.agency.EntityType;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * For which of a carrier's agencies something is.
 *
 * @param levels codes of the field's hierarchy, where it goes by these
 * @param agencyIds where they are chosen one by one
 */
public record Audience(Kind kind, Set<EntityType> levels, Set<UUID> agencyIds) {

  static final int MOST_AGENCIES = 1_000;

  public Audience {
    levels = Set.copyOf(levels);
    agencyIds = Set.copyOf(agencyIds);
  }

  /** The codes of the contract. */
  public enum Kind {
    ALL,
    LEVELS,
    AGENCIES
  }

  List<Fault> faults(String pointer) {
    List<Fault> faults = new ArrayList<>();
    expected(pointer + "/levels", kind == Kind.LEVELS, levels, faults);
    expected(pointer + "/agencyIds", kind == Kind.AGENCIES, agencyIds, faults);
    if (agencyIds.size() > MOST_AGENCIES) {
      faults.add(
          new Fault(
              pointer + "/agencyIds",
              "TOO_MANY",
              "Choose at most %,d agencies, or all.".formatted(MOST_AGENCIES)));
    }
    return faults;
  }

  private static void expected(String pointer, boolean wanted, Set<?> chosen, List<Fault> faults) {
    if (wanted && chosen.isEmpty()) {
      faults.add(new Fault(pointer, "REQUIRED", "Choose at least one."));
    } else if (!wanted && !chosen.isEmpty()) {
      faults.add(new Fault(pointer, "NOT_EXPECTED", "This audience is chosen another way."));
    }
  }
}

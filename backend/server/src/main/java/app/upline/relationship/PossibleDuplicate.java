package app.upline.relationship;

import app.upline.agency.EntityType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A relationship of the agency that may be with the same entity as another.
 *
 * @param shared what they have in common, as people call it
 */
public record PossibleDuplicate(
    UUID id, String reference, EntityType entityType, String legalName, List<String> shared) {

  public PossibleDuplicate {
    shared = List.copyOf(shared);
  }

  /** What they have in common, in one phrase. */
  String likeness() {
    return likeness(shared);
  }

  /** Such as “NPN, EIN and name”. */
  static String likeness(List<String> shared) {
    int last = shared.size() - 1;
    return last < 1
        ? String.join("", shared)
        : shared.stream().limit(last).collect(Collectors.joining(", "))
            + " and "
            + shared.get(last);
  }
}

package app.upline.relationship;

import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What new rows of a sheet have in common with relationships of the register, and with other rows,
 * by which they may be with the same entity. Looked up for all rows at once.
 */
final class Resemblances {

  static final String WAY_OUT =
      "if both are really there, upload with the choice to record another (`onPossibleDuplicate`: CREATE).";

  /** Of more rows with something in common, the agency is told of the first ones. */
  private static final int MOST = 50;

  /** How many relationships one fault names. */
  private static final int NAMED = 3;

  private final Duplicates duplicates;
  private final UUID agencyId;
  private final Map<RelationshipEntry, EntityTraits> traits = new IdentityHashMap<>();
  private final Map<String, List<Row>> rows = new HashMap<>();
  private final List<EntityTraits> ofNewRows = new ArrayList<>();
  private Duplicates.@Nullable Lookup register;

  /** A row that is found under a facet; a new one is told of by those below it. */
  private record Row(RelationshipEntry entry, boolean isNew) {}

  Resemblances(Duplicates duplicates, UUID agencyId) {
    this.duplicates = duplicates;
    this.agencyId = agencyId;
  }

  /**
   * Is told of each row, before any is looked at.
   *
   * @param record what it is about; null when it is new
   */
  void found(RelationshipEntry entry, @Nullable Relationship record) {
    EntityTraits its = EntityTraits.of(entry.typed());
    traits.put(entry, its);
    Set<String> facets = new HashSet<>(its.facets());
    if (record == null) {
      ofNewRows.add(its);
    } else {
      facets.removeAll(EntityTraits.of(record.details()).facets()); // the register tells of these
    }
    for (String facet : facets) {
      List<Row> found = rows.computeIfAbsent(facet, key -> new ArrayList<>(1));
      if (found.size() < MOST) {
        found.add(new Row(entry, record == null));
      }
    }
  }

  /** What there is to say of a new row. */
  List<Fault> of(RelationshipEntry entry) {
    EntityTraits its = traits.get(entry);
    List<Fault> faults = new ArrayList<>();
    List<PossibleDuplicate> there = register().of(its, null);
    if (!there.isEmpty()) {
      faults.add(inRegister(there));
    }
    otherRow(entry, its).ifPresent(other -> faults.add(inSheet(other, its)));
    return faults;
  }

  /** Looked into once, when it is known which rows are new. */
  private Duplicates.Lookup register() {
    if (register == null) {
      register = duplicates.lookup(agencyId, ofNewRows);
    }
    return register;
  }

  private static Fault inRegister(List<PossibleDuplicate> there) {
    String looks =
        there.stream()
            .limit(NAMED)
            .map(other -> "%s (same %s)".formatted(other.reference(), other.likeness()))
            .collect(Collectors.joining(", "));
    String more = there.size() > NAMED ? " and %d more".formatted(there.size() - NAMED) : "";
    return fault(
        "POSSIBLE_DUPLICATE",
        "This looks like %s%s. To change that one put %s into the column “Reference”; %s"
            .formatted(
                looks,
                more,
                there.size() == 1 ? there.getFirst().reference() : "its reference",
                WAY_OUT));
  }

  private Fault inSheet(RelationshipEntry other, EntityTraits its) {
    return fault(
        "DUPLICATE_ROW",
        "Row %d has the same %s. Keep one of the two; %s"
            .formatted(
                other.row(),
                PossibleDuplicate.likeness(its.sharedWith(traits.get(other))),
                WAY_OUT));
  }

  /** Of two new rows the second is told of the first. */
  private Optional<RelationshipEntry> otherRow(RelationshipEntry entry, EntityTraits its) {
    return its.facets().stream()
        .flatMap(facet -> rows.getOrDefault(facet, List.of()).stream())
        .filter(other -> !other.isNew() || other.entry().row() < entry.row())
        .map(Row::entry)
        .filter(other -> !its.sharedWith(traits.get(other)).isEmpty())
        .findFirst();
  }

  private static Fault fault(String code, String message) {
    return new Fault(RelationshipEntry.REFERENCE_POINTER, code, message);
  }
}

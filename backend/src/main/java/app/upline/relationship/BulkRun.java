package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.*;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet on their way to becoming changes; used once. */
final class BulkRun {

  private final Matching matching;
  private final BulkOptions options;
  private final LocalDate today;
  private final Supplier<UUID> newId;

  private final SortedMap<Integer, List<Fault>> faults = new TreeMap<>();
  private final List<Change<Relationship, RelationshipDetails>> changes = new ArrayList<>();
  private final Map<UUID, Integer> rowOf = new HashMap<>();
  private final Map<String, Integer> rowOfLookalike = new HashMap<>();
  private final Map<String, UUID> newByOwnReference = new HashMap<>();
  private int unchanged;

  BulkRun(Matching matching, BulkOptions options, LocalDate today, Supplier<UUID> newId) {
    this.matching = matching;
    this.options = options;
    this.today = today;
    this.newId = newId;
  }

  /** Which relationship a row is about: one of the register, or a new one. */
  private record Target(UUID id, @Nullable Relationship before, boolean lookalike) {}

  void take(List<SheetEntry> entries) {
    Map<SheetEntry, Target> targets = new HashMap<>();
    for (SheetEntry entry : entries) {
      Target target = target(entry);
      if (target != null) {
        targets.put(entry, target);
        String own = entry.typed().get(OWN_REFERENCE);
        if (own != null) {
          newByOwnReference.putIfAbsent(own.toLowerCase(Locale.ROOT), target.id());
        }
      }
    }
    for (SheetEntry entry : entries) {
      Target target = targets.get(entry);
      if (target != null) {
        take(entry, target);
      }
    }
  }

  SortedMap<Integer, List<Fault>> faults() {
    return faults;
  }

  List<Change<Relationship, RelationshipDetails>> changes() {
    return changes;
  }

  int unchanged() {
    return unchanged;
  }

  void fault(UUID changeId, Fault fault) {
    fault(rowOf.get(changeId), fault);
  }

  private void fault(int row, Fault fault) {
    faults.computeIfAbsent(row, key -> new ArrayList<>()).add(fault);
  }

  private @Nullable Target target(SheetEntry entry) {
    Optional<Relationship> named = Optional.empty();
    if (entry.reference() != null) {
      named = matching.byReference(entry.reference());
      if (named.isEmpty()) {
        fault(
            entry.row(),
            new Fault(
                SheetEntry.REFERENCE_POINTER,
                "UNKNOWN_REFERENCE",
                "There is no such reference in your register; leave it blank for a new relationship."));
        entry.typed().faults().forEach(fault -> fault(entry.row(), fault));
        return null;
      }
    } else if (entry.typed().get(OWN_REFERENCE) != null) {
      named = matching.byOwnReference(entry.typed().require(OWN_REFERENCE));
    }
    Target target =
        named
            .map(r -> new Target(r.id(), r, false))
            .or(
                () ->
                    matching
                        .lookalike(entry.typed())
                        .filter(
                            r ->
                                options.onPossibleDuplicate()
                                    != BulkOptions.PossibleDuplicate.CREATE)
                        .map(r -> new Target(r.id(), r, true)))
            .orElseGet(() -> new Target(newId.get(), null, false));
    return once(entry, target) ? target : null;
  }

  /** No two rows of a sheet are about the same relationship. */
  private boolean once(SheetEntry entry, Target target) {
    Integer other = rowOf.putIfAbsent(target.id(), entry.row());
    if (other == null
        && target.before() == null
        && options.onPossibleDuplicate() != BulkOptions.PossibleDuplicate.CREATE) {
      String key = Matching.lookalikeKey(entry.typed());
      other = key == null ? null : rowOfLookalike.putIfAbsent(key, entry.row());
    }
    if (other != null) {
      fault(
          entry.row(),
          new Fault(
              SheetEntry.REFERENCE_POINTER,
              "DUPLICATE_ROW",
              "Row " + other + " is about the same entity; keep one of the two."));
    }
    return other == null;
  }

  private void take(SheetEntry entry, Target target) {
    Relationship before = target.before();
    Draft<RelationshipDetails> draft =
        before == null ? fresh(entry) : ALL.draftOf(before.details());
    entry.given().forEach(field -> copy(entry.typed(), draft, field));
    entry
        .typed()
        .faults()
        .forEach(fault -> draft.fault(fault.pointer(), fault.code(), fault.message()));
    if (entry.upstreamGiven()) {
      upstream(entry, draft);
    }
    RelationshipDetails details = RelationshipRules.check(draft, today);
    if (details == null) {
      draft.faults().forEach(fault -> fault(entry.row(), fault));
    } else if (before != null && before.details().equals(details)) {
      unchanged++;
    } else if (target.lookalike()
        && options.onPossibleDuplicate() == BulkOptions.PossibleDuplicate.REPORT) {
      fault(entry.row(), possibleDuplicate(before));
    } else {
      changes.add(new Change<>(target.id(), before, details));
    }
  }

  /** A new relationship, with what a sheet without these columns leaves unsaid. */
  private Draft<RelationshipDetails> fresh(SheetEntry entry) {
    Draft<RelationshipDetails> draft = new Draft<>();
    if (!entry.given().contains(KNOWN_ON)) {
      draft.set(KNOWN_ON, today);
    }
    if (!entry.given().contains(LICENSED)) {
      draft.set(LICENSED, entry.typed().has(NPN));
    }
    return draft;
  }

  private void upstream(SheetEntry entry, Draft<RelationshipDetails> draft) {
    String upstream = entry.upstream();
    if (upstream == null) {
      draft.set(UPSTREAM, null);
      return;
    }
    Optional<UUID> id =
        matching
            .byReference(upstream)
            .or(() -> matching.byOwnReference(upstream))
            .map(Relationship::id)
            .or(
                () ->
                    Optional.ofNullable(newByOwnReference.get(upstream.toLowerCase(Locale.ROOT))));
    draft.set(UPSTREAM, id.orElse(null));
    if (id.isEmpty()) {
      draft.fault(
          UPSTREAM,
          "UNKNOWN_UPSTREAM",
          "No row of the register or of this sheet has this reference.");
    }
  }

  private static Fault possibleDuplicate(Relationship lookalike) {
    return new Fault(
        SheetEntry.REFERENCE_POINTER,
        "POSSIBLE_DUPLICATE",
        "This looks like %s (same name and NPN or EIN). To change that one put %s into the column “Reference”; to record another, upload with that choice."
            .formatted(lookalike.reference(), lookalike.reference()));
  }

  private static <T> void copy(
      Draft<RelationshipDetails> from,
      Draft<RelationshipDetails> to,
      Field<RelationshipDetails, T> field) {
    to.set(field, from.get(field));
  }
}

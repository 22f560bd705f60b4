package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.sheet.BulkOptions.PossibleDuplicate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of one sheet on their way to becoming changes; used once. */
public final class BulkRun<E extends SheetEntry<D>, D, R> {

  private final RecordMatching<E, D, R> matching;
  private final BulkOptions options;
  private final Supplier<UUID> newId;

  private final SortedMap<Integer, List<Fault>> faults = new TreeMap<>();
  private final SortedMap<Integer, List<Fault>> warnings = new TreeMap<>();
  private final Set<Integer> skipped = new HashSet<>();
  private final List<Change<R, D>> changes = new ArrayList<>();
  private final Map<UUID, E> entryOf = new HashMap<>();
  private final Map<String, E> entryOfLookalike = new HashMap<>();
  private int unchanged;

  public BulkRun(RecordMatching<E, D, R> matching, BulkOptions options, Supplier<UUID> newId) {
    this.matching = matching;
    this.options = options;
    this.newId = newId;
  }

  /** Which record an entry is about: one that is there, or a new one. */
  private record Target<R>(UUID id, @Nullable R before, boolean lookalike) {}

  private record Aimed<E, R>(E entry, Target<R> target) {}

  /** Finds out what each entry is about and what it changes. */
  public void take(List<E> entries) {
    List<Aimed<E, R>> aimed = new ArrayList<>();
    for (E entry : entries) {
      entry.remarks().forEach(remark -> warn(entry, remark));
      Target<R> target = target(entry);
      if (target != null) {
        aimed.add(new Aimed<>(entry, target));
        matching.found(entry, target.id());
      }
    }
    aimed.forEach(one -> take(one.entry(), one.target()));
  }

  public List<Change<R, D>> changes() {
    return changes;
  }

  public boolean isFaultless() {
    return faults.isEmpty();
  }

  /** A fault that was found when the change was, or was to be, written. */
  public void fault(UUID changeId, Fault fault) {
    fault(entryOf.get(changeId), fault);
  }

  /** Something that may not be meant, though it may be written. */
  public void warn(UUID changeId, Fault warning) {
    warn(entryOf.get(changeId), warning);
  }

  private void warn(E entry, Fault warning) {
    SheetEntry.RowFault placed = entry.place(warning);
    warnings.computeIfAbsent(placed.row(), row -> new ArrayList<>()).add(placed.fault());
  }

  /**
   * What came of it, now that the changes are written and their transaction is not committed.
   *
   * @param beforeCommit told where it will be
   */
  public BulkOutcome outcome(Consumer<BulkOutcome> beforeCommit) {
    BulkOutcome outcome = outcome();
    if (outcome.written()) {
      beforeCommit.accept(outcome);
    }
    return outcome;
  }

  /** The same where nothing is told. */
  public BulkOutcome outcome() {
    List<Change<R, D>> sound = changes.stream().filter(this::isSound).toList();
    int created = (int) sound.stream().filter(change -> change.before() == null).count();
    boolean written = options.write() && faults.isEmpty();
    return new BulkOutcome(
        created, sound.size() - created, unchanged, faults, warnings, skipped, written);
  }

  /** What has a fault is among the skipped, and counted there. */
  private boolean isSound(Change<R, D> change) {
    E entry = entryOf.get(change.id());
    return entry == null || Collections.disjoint(entry.rows(), skipped);
  }

  private void fault(E entry, Fault fault) {
    SheetEntry.RowFault placed = entry.place(withRemark(entry, fault));
    faults.computeIfAbsent(placed.row(), row -> new ArrayList<>()).add(placed.fault());
    skipped.addAll(entry.rows());
  }

  /** Who wrote “n/a” into a cell is told so where the cell is then said to lack a value. */
  private Fault withRemark(E entry, Fault fault) {
    return entry.remarks().stream()
        .filter(remark -> remark.pointer().equals(fault.pointer()))
        .findFirst()
        .map(
            remark ->
                new Fault(fault.pointer(), fault.code(), fault.message() + " " + remark.message()))
        .orElse(fault);
  }

  private @Nullable Target<R> target(E entry) {
    Optional<R> named = Optional.empty();
    if (entry.reference() != null) {
      named = matching.byReference(entry.reference());
      if (named.isEmpty()) {
        fault(entry, reference("UNKNOWN_REFERENCE", matching.unknownReference()));
        entry.typed().faults().forEach(fault -> fault(entry, fault));
        return null;
      }
    } else if (entry.ownReference() != null) {
      named = matching.byOwnReference(entry.ownReference());
    }
    Target<R> target =
        named
            .map(record -> new Target<>(matching.id(record), record, false))
            .or(() -> lookalike(entry))
            .orElseGet(() -> new Target<>(newId.get(), null, false));
    return once(entry, target) ? target : null;
  }

  private Optional<Target<R>> lookalike(E entry) {
    return options.onPossibleDuplicate() == PossibleDuplicate.CREATE
        ? Optional.empty()
        : matching.lookalike(entry).map(record -> new Target<>(matching.id(record), record, true));
  }

  /** No two entries of a sheet are about the same record. */
  private boolean once(E entry, Target<R> target) {
    E other = entryOf.putIfAbsent(target.id(), entry);
    if (other == null
        && target.before() == null
        && options.onPossibleDuplicate() != PossibleDuplicate.CREATE) {
      String key = matching.lookalikeKey(entry);
      other = key == null ? null : entryOfLookalike.putIfAbsent(key, entry);
    }
    if (other != null) {
      fault(entry, reference("DUPLICATE_ROW", matching.duplicateRow(other.row())));
    }
    return other == null;
  }

  private void take(E entry, Target<R> target) {
    R before = target.before();
    Draft<D> draft =
        before == null ? matching.fresh(entry) : matching.draftOf(matching.details(before));
    entry.given().forEach(field -> copy(entry.typed(), draft, field));
    entry
        .typed()
        .faults()
        .forEach(fault -> draft.fault(fault.pointer(), fault.code(), fault.message()));
    D details = matching.check(entry, before, draft);
    if (before == null && options.onPossibleDuplicate() != PossibleDuplicate.CREATE) {
      matching.resemblances(entry).forEach(fault -> fault(entry, fault));
    }
    if (details == null) {
      draft.faults().forEach(fault -> fault(entry, fault));
    } else if (before != null && matching.details(before).equals(details)) {
      unchanged++;
    } else if (target.lookalike() && options.onPossibleDuplicate() == PossibleDuplicate.REPORT) {
      fault(entry, reference("POSSIBLE_DUPLICATE", matching.possibleDuplicate(before)));
    } else {
      changes.add(new Change<>(target.id(), before, details));
    }
  }

  private static Fault reference(String code, String message) {
    return new Fault(SheetEntry.REFERENCE_POINTER, code, message);
  }

  private static <D, T> void copy(Draft<D> from, Draft<D> to, Field<D, T> field) {
    to.set(field, from.get(field));
  }
}

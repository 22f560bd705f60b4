package app.upline.record;

import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one batch on their way to becoming changes; used once.
 *
 * @param <R> the record
 * @param <D> its content
 */
public final class BatchRun<R extends VersionedRecord<D>, D> {

  private static final String REFERENCE = "reference";
  private static final String OWN_REFERENCE = "ownReference";

  private final BatchRows<R, D> rows;
  private final List<JsonNode> items;
  private final Map<String, R> byReference = new HashMap<>();
  private final Map<String, R> byOwnReference = new HashMap<>();
  private final Map<Integer, Target<R>> targets = new TreeMap<>();
  private final Map<UUID, Integer> rowOf = new HashMap<>();
  private final Map<String, UUID> idOf = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Change<R, D>> changes = new ArrayList<>();
  private final List<R> unchanged = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean misshapen;

  private BatchRun(BatchRows<R, D> rows, List<JsonNode> items) {
    this.rows = rows;
    this.items = items;
  }

  /** The record that a row is about. */
  private record Target<R>(UUID id, @Nullable R before) {}

  /** A row without fault, and which record it is about. */
  private record Entry(BatchResult.Did did, UUID id) {}

  /** Looks up what the rows are about, for all of them at once, and checks each. */
  public static <R extends VersionedRecord<D>, D> BatchRun<R, D> of(
      BatchRows<R, D> rows, List<JsonNode> items) {
    BatchRun<R, D> run = new BatchRun<>(rows, items);
    run.lookUp();
    run.identify();
    run.targets.forEach(run::check);
    return run;
  }

  /** The texts that the rows have under a name. */
  public static Set<String> texts(List<JsonNode> items, String member) {
    Set<String> texts = new HashSet<>();
    for (JsonNode item : items) {
      String text = text(item, member);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private void lookUp() {
    rows.byReference(texts(items, REFERENCE))
        .forEach(found -> byReference.put(found.reference(), found));
    for (R found : rows.byOwnReference(texts(items, OWN_REFERENCE))) {
      String own = rows.ownReference(found.details());
      if (own != null) {
        byOwnReference.put(OwnReference.key(own), found);
      }
    }
  }

  private void identify() {
    for (int row = 0; row < items.size(); row++) {
      JsonNode item = items.get(row);
      String reference = text(item, REFERENCE);
      R before = before(item, reference);
      if (reference != null && before == null) {
        fault(row, new Fault("/" + REFERENCE, "UNKNOWN_REFERENCE", rows.unknownReference()));
        continue;
      }
      UUID id = before == null ? rows.newId() : before.id();
      Integer other = rowOf.putIfAbsent(id, row);
      if (other != null) {
        fault(row, new Fault("", "DUPLICATE_ROW", rows.duplicateRow(other)));
        continue;
      }
      targets.put(row, new Target<>(id, before));
      name(text(item, OWN_REFERENCE), id);
      name(before == null ? null : before.reference(), id);
    }
  }

  private void name(@Nullable String reference, UUID id) {
    if (reference != null) {
      idOf.putIfAbsent(OwnReference.keyOfAny(reference), id);
    }
  }

  private void check(int row, Target<R> target) {
    R before = target.before();
    BatchRows.Read<D> read = rows.read(before, withoutReference(items.get(row)), this::ofRow);
    D details = read.details();
    if (details == null) {
      misshapen |= read.misshapen();
      read.faults().forEach(fault -> fault(row, fault));
    } else if (before != null && before.details().equals(details)) {
      unchanged.add(before);
      entries.add(new Entry(BatchResult.Did.UNCHANGED, target.id()));
    } else {
      changes.add(new Change<>(target.id(), before, details));
      entries.add(
          new Entry(
              before == null ? BatchResult.Did.CREATED : BatchResult.Did.CHANGED, target.id()));
    }
  }

  private Optional<UUID> ofRow(String reference) {
    return Optional.ofNullable(idOf.get(OwnReference.keyOfAny(reference)));
  }

  private @Nullable R before(JsonNode item, @Nullable String reference) {
    if (reference != null) {
      return byReference.get(reference);
    }
    String own = text(item, OWN_REFERENCE);
    return own == null ? null : byOwnReference.get(OwnReference.key(own));
  }

  public List<Change<R, D>> changes() {
    return changes;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** Nothing of it may be written. */
  public Outcome<BatchResult> refused() {
    return Outcome.refused(Refusal.of(faults, misshapen));
  }

  /** Faults that were found in the changes, by the id of the record. */
  public void refuse(Map<UUID, ? extends Collection<Fault>> found) {
    found.forEach((id, some) -> some.forEach(fault -> fault(rowOf.get(id), fault)));
  }

  /** The rows that record something new, by its id. */
  public Map<UUID, Integer> created() {
    return entries.stream()
        .filter(entry -> entry.did() == BatchResult.Did.CREATED)
        .collect(Collectors.toMap(Entry::id, entry -> rowOf.get(entry.id())));
  }

  /** All records of the batch, those that were written and those that are so already. */
  public List<R> all(List<R> written) {
    return Stream.concat(written.stream(), unchanged.stream()).toList();
  }

  /**
   * What came of each row, in their order.
   *
   * @param all what {@link #all} answers
   * @param kept false for a dry run, which takes it back
   * @param warnings by the id of the record; none of a record that is left out
   */
  public BatchResult result(List<R> all, boolean kept, Map<UUID, List<Fault>> warnings) {
    Map<UUID, R> byId =
        all.stream().collect(Collectors.toMap(VersionedRecord::id, Function.identity()));
    return new BatchResult(
        entries.stream()
            .map(
                entry ->
                    new BatchResult.Row(
                        entry.did(),
                        entry.id(),
                        byId.get(entry.id()).reference(),
                        kept,
                        warnings.getOrDefault(entry.id(), List.of())))
            .toList());
  }

  private void fault(int row, Fault fault) {
    faults.add(
        new Fault(
            "/" + rows.member() + "/" + row + fault.pointer(), fault.code(), fault.message()));
  }

  private static JsonNode withoutReference(JsonNode item) {
    if (!item.isObject()) {
      return item;
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    item.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.remove(REFERENCE);
    return JsonNode.createObjectNode(members);
  }

  private static @Nullable String text(JsonNode item, String member) {
    JsonNode value = item.isObject() ? item.get(member) : null;
    return value != null && value.isString() ? value.getStringValue().strip() : null;
  }
}

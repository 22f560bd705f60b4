package app.upline.incident;

import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.OwnReference;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one batch on their way to becoming changes; used once. */
final class BatchRun {

  private static final String REFERENCE = "reference";
  private static final String OWN_REFERENCE = "ownReference";

  private final Map<String, RecordedIncident> byReference = new HashMap<>();
  private final Map<String, RecordedIncident> byOwnReference = new HashMap<>();
  private final List<JsonNode> items;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<UUID, Integer> rowOf = new HashMap<>();
  private final List<Change<Incident, IncidentDetails>> changes = new ArrayList<>();
  private final List<Incident> unchanged = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean misshapen;

  private BatchRun(List<JsonNode> items) {
    this.items = items;
  }

  /** A row without fault, and which incident it is about. */
  record Entry(IncidentBatch.Did did, UUID id) {}

  /** Looks up what the rows are about, for all of them at once. */
  static BatchRun of(IncidentRows rows, UUID agencyId, List<JsonNode> items) {
    BatchRun run = new BatchRun(items);
    Set<String> references = new HashSet<>();
    Set<String> ownReferences = new HashSet<>();
    for (JsonNode item : items) {
      add(references, text(item, REFERENCE));
      add(ownReferences, text(item, OWN_REFERENCE));
    }
    rows.byReference(agencyId, references)
        .forEach(found -> run.byReference.put(found.incident().reference(), found));
    rows.byOwnReference(agencyId, ownReferences)
        .forEach(
            found ->
                run.byOwnReference.put(
                    key(Objects.requireNonNull(found.incident().details().ownReference())), found));
    return run;
  }

  void check(CarrierDays.Days days, Supplier<UUID> newId) {
    for (int i = 0; i < items.size(); i++) {
      check(i, items.get(i), days, newId);
    }
  }

  private void check(int row, JsonNode item, CarrierDays.Days days, Supplier<UUID> newId) {
    String reference = text(item, REFERENCE);
    RecordedIncident before = before(item, reference);
    if (reference != null && before == null) {
      fault(
          row,
          new Fault(
              "/" + REFERENCE,
              "UNKNOWN_REFERENCE",
              "Your agency has no incident of this reference; leave it out of a new one."));
      return;
    }
    Incident was = before == null ? null : before.incident();
    UUID id = was == null ? newId.get() : was.id();
    Integer other = rowOf.putIfAbsent(id, row);
    if (other != null) {
      fault(row, new Fault("", "DUPLICATE_ROW", "Row " + other + " is about the same incident."));
      return;
    }
    JsonNode json = withoutReference(item);
    IncidentDraft draft =
        was == null ? IncidentForm.read(json) : IncidentForm.read(was.details(), json);
    days.requireContract(draft);
    IncidentDetails details =
        IncidentRules.check(draft, was == null ? null : was.details(), days.today(draft), newId);
    if (details == null) {
      misshapen |= draft.isMisshapen();
      draft.faults().forEach(fault -> fault(row, fault));
    } else if (was != null && was.details().equals(details)) {
      unchanged.add(was);
      entries.add(new Entry(IncidentBatch.Did.UNCHANGED, id));
    } else {
      changes.add(new Change<>(id, was, details));
      entries.add(
          new Entry(was == null ? IncidentBatch.Did.CREATED : IncidentBatch.Did.CHANGED, id));
    }
  }

  private @Nullable RecordedIncident before(JsonNode item, @Nullable String reference) {
    if (reference != null) {
      return byReference.get(reference);
    }
    String own = text(item, OWN_REFERENCE);
    return own == null ? null : byOwnReference.get(key(own));
  }

  List<Change<Incident, IncidentDetails>> changes() {
    return changes;
  }

  /** Those that are so already. */
  List<Incident> unchanged() {
    return unchanged;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Fault> faults() {
    return faults;
  }

  boolean isMisshapen() {
    return misshapen;
  }

  /** A fault that was found in a change. */
  void fault(UUID changeId, Fault fault) {
    fault(rowOf.get(changeId), fault);
  }

  private void fault(int row, Fault fault) {
    faults.add(new Fault("/incidents/" + row + fault.pointer(), fault.code(), fault.message()));
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

  private static void add(Set<String> keys, @Nullable String key) {
    if (key != null) {
      keys.add(key);
    }
  }

  private static String key(String ownReference) {
    return OwnReference.key(ownReference);
  }
}

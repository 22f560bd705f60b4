package app.upline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What has been said to the trail in a transaction that is still open. */
final class PendingEvent {
  private final AuditChain chain;
  private final Operation operation;
  private final Map<String, AuditedObject> objects = new LinkedHashMap<>();

  /** What other organizations' trails tell of it; in one order, since each chain is locked. */
  private final SortedMap<UUID, Elsewhere> elsewhere = new TreeMap<>();

  private boolean dirty;
  private boolean appended;

  private record Elsewhere(String note, List<AuditedObject> objects) {}

  PendingEvent(AuditChain chain, Operation operation) {
    this.chain = chain;
    this.operation = operation;
  }

  void add(List<AuditedObject> more) {
    for (AuditedObject object : more) {
      objects.merge(object.kind() + "/" + object.id(), object, AuditedObject::then);
    }
  }

  void tellElsewhere(UUID organizationId, String note, List<AuditedObject> concerned) {
    elsewhere.put(organizationId, new Elsewhere(note, concerned));
  }

  void wrote() {
    dirty = true;
  }

  /** Run when all that is said from now on has been taken back. */
  Runnable beforeTakingBack() {
    boolean wasDirty = dirty;
    Map<String, AuditedObject> known = new LinkedHashMap<>(objects);
    Map<UUID, Elsewhere> knownElsewhere = new TreeMap<>(elsewhere);
    return () -> {
      dirty = wasDirty;
      objects.clear();
      objects.putAll(known);
      elsewhere.clear();
      elsewhere.putAll(knownElsewhere);
    };
  }

  /** The last thing before the commit. */
  void appendIfNeeded() {
    if (appended || (!dirty && objects.isEmpty())) {
      return;
    }
    if (objects.isEmpty() && !operation.hasRead()) {
      throw new UnauditedChangeException(operation.id());
    }
    appended = true;
    chain.append(
        succeeded(
            operation,
            objects.isEmpty() ? operation.objects() : operation.withSubject(objects.values())));
    elsewhere.forEach(
        (organization, told) ->
            chain.append(
                succeeded(
                    Operation.system(operation.id(), organization, told.note()), told.objects())));
  }

  private static Occurrence succeeded(Operation operation, List<AuditedObject> objects) {
    return Occurrence.of(operation, EventOutcome.SUCCEEDED, null, objects);
  }

  /** Once: what the chain itself writes is no change that would ask for another event. */
  void append(List<Occurrence> occurrences) {
    appended = true;
    chain.append(occurrences.getFirst().organizationId(), occurrences);
  }

  void ended(boolean committed) {
    if (committed && appended) {
      operation.recorded();
    }
  }
}

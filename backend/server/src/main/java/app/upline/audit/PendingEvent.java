package app.upline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** The last thing before the commit. */
  void appendIfNeeded() {
    if (appended || (!dirty && objects.isEmpty())) {
      return;
    }
    if (objects.isEmpty() && !operation.hasRead()) {
      throw new UnauditedChangeException(operation.id());
    }
    append(EventOutcome.SUCCEEDED, null);
  }

  /** Once: what the chain itself writes is no change that would ask for another event. */
  void append(EventOutcome outcome, @Nullable Integer status) {
    appended = true;
    chain.append(
        operation,
        outcome,
        outcome == EventOutcome.SUCCEEDED ? null : status,
        objects.isEmpty() ? operation.objects() : operation.withSubject(objects.values()));
    elsewhere.forEach(
        (organization, told) ->
            chain.append(
                Operation.system(operation.id(), organization, told.note()),
                outcome,
                null,
                told.objects()));
  }

  void ended(boolean committed) {
    if (committed && appended) {
      operation.recorded();
    }
  }
}

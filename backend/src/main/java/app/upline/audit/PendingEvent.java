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
  private final Chain chain;
  private final Operation operation;
  private final Map<String, AuditedObject> objects = new LinkedHashMap<>();

  /** What other organisations' trails tell of it; in one order, since each chain is locked. */
  private final SortedMap<UUID, Elsewhere> elsewhere = new TreeMap<>();

  private boolean dirty;
  private boolean appended;

  private record Elsewhere(String note, List<AuditedObject> objects) {}

  PendingEvent(Chain chain, Operation operation) {
    this.chain = chain;
    this.operation = operation;
  }

  void add(List<AuditedObject> more) {
    for (AuditedObject object : more) {
      objects.merge(object.kind() + "/" + object.id(), object, AuditedObject::then);
    }
  }

  void tellElsewhere(UUID organisationId, String note, List<AuditedObject> concerned) {
    elsewhere.put(organisationId, new Elsewhere(note, concerned));
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
    append(Outcome.SUCCEEDED, null);
  }

  /** Once: what the chain itself writes is no change that would ask for another event. */
  void append(Outcome outcome, @Nullable Integer status) {
    appended = true;
    chain.append(
        operation,
        outcome,
        outcome == Outcome.SUCCEEDED ? null : status,
        objects.isEmpty() ? operation.objects() : operation.withSubject(objects.values()));
    elsewhere.forEach(
        (organisation, told) ->
            chain.append(
                Operation.system(operation.id(), organisation, told.note()),
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

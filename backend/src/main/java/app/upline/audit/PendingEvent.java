package app.upline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been said to the trail in a transaction that is still open. */
final class PendingEvent {
  private final Chain chain;
  private final Operation operation;
  private final Map<String, AuditedObject> objects = new LinkedHashMap<>();
  private boolean dirty;
  private boolean appended;

  PendingEvent(Chain chain, Operation operation) {
    this.chain = chain;
    this.operation = operation;
  }

  void add(List<AuditedObject> more) {
    for (AuditedObject object : more) {
      objects.merge(object.kind() + "/" + object.id(), object, AuditedObject::then);
    }
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
  }

  void ended(boolean committed) {
    if (committed && appended) {
      operation.recorded();
    }
  }
}

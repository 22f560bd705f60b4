package app.upline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been said to the trail in a transaction that is still open. */
final class PendingEvent {
  private final Chain chain;
  private final Operation operation;
  private final Map<String, AuditedObject> objects = new LinkedHashMap<>();
  private boolean dirty;
  private boolean appended;

  PendingEvent(Chain chain, Optional<Operation> operation) {
    this.chain = chain;
    this.operation =
        operation.orElseGet(() -> Operation.system("unattended", Actor.NO_ORGANISATION));
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
  void append() {
    if (appended || (!dirty && objects.isEmpty())) {
      return;
    }
    appended = true;
    chain.append(
        operation, Outcome.SUCCEEDED, null, operation.withSubject(objects.values()));
  }

  void ended(boolean committed) {
    if (committed && appended) {
      operation.recorded();
    }
  }
}

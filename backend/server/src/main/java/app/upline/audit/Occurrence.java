package app.upline.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become an event: it has no number yet.
 *
 * @param status the HTTP status of what was refused or failed
 */
record Occurrence(
    Operation operation,
    Actor actor,
    EventOutcome outcome,
    @Nullable Integer status,
    List<AuditedObject> objects) {

  static Occurrence of(
      Operation operation,
      EventOutcome outcome,
      @Nullable Integer status,
      List<AuditedObject> objects) {
    return new Occurrence(
        operation,
        operation.actor(),
        outcome,
        outcome == EventOutcome.SUCCEEDED ? null : status,
        objects);
  }

  /** Whose chain it belongs to. */
  UUID organizationId() {
    return actor.organizationId();
  }
}

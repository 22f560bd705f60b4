package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step on a plan as it is kept. */
@MappedEntity("corrective_action_plan_event")
record PlanEventRow(
    @Id @BinaryId UUID planId,
    @Id int version,
    PlanStep action,
    @BinaryId @Nullable UUID itemId,
    @Nullable String message,
    @Nullable LocalDate dueDateBefore,
    @Nullable LocalDate dueDate,
    @BinaryId UUID actedBy,
    String actorName,
    Instant actedAt) {

  PlanEvent event() {
    return new PlanEvent(
        version, action, itemId, message, dueDateBefore, dueDate, actorName, actedAt);
  }
}

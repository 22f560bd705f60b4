package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item of a plan as it is kept, without what it has. */
@MappedEntity("corrective_action_item")
record PlanItemRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID planId,
    int seq,
    String title,
    String owner,
    LocalDate dueDate,
    PlanItem.State state,
    @Nullable String rejectionReason) {}

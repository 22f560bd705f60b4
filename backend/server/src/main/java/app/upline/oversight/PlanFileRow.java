package app.upline.oversight;

import app.upline.incident.AttachmentKind;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an item has a file; its content is kept with the others. */
@MappedEntity("corrective_action_attachment")
record PlanFileRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID planId,
    @BinaryId UUID itemId,
    AttachmentKind kind,
    @Nullable String note,
    String mediaType,
    @BinaryId UUID addedBy,
    String adderName,
    Instant addedAt) {}

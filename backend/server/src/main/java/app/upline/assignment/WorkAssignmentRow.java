package app.upline.assignment;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Whose a thing is, as it is kept. */
@MappedEntity("work_assignment")
record WorkAssignmentRow(
    @Id @BinaryId UUID organizationId,
    @Id @BinaryId UUID subjectId,
    AssignableKind subjectKind,
    @BinaryId UUID assigneeId,
    @BinaryId UUID assignedBy,
    String assignerName,
    Instant assignedAt) {}

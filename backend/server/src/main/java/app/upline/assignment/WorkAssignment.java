package app.upline.assignment;

import app.upline.work.WorkHolders.Holder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a thing is within an organization.
 *
 * @param reference of a finding, that of its incident
 * @param assignee null where it is unassigned, and then so are the rest
 * @param assignedBy as the person was called then
 */
public record WorkAssignment(
    AssignableKind kind,
    UUID subjectId,
    @Nullable String reference,
    @Nullable Holder assignee,
    @Nullable String assignedBy,
    @Nullable Instant assignedAt) {}

package app.upline.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step on a plan, or on an item of it.
 *
 * @param dueDate of an extension the new due date
 * @param dueDateBefore and the one in whose place it is
 */
public record PlanEvent(
    int version,
    PlanStep action,
    @Nullable UUID itemId,
    @Nullable String message,
    @Nullable LocalDate dueDateBefore,
    @Nullable LocalDate dueDate,
    String by,
    Instant at) {}

package app.upline.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step on a plan, or on an item of it. */
public record PlanEvent(
    int version,
    PlanStep action,
    @Nullable UUID itemId,
    @Nullable String message,
    String by,
    Instant at) {}

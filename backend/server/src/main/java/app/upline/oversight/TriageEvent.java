package app.upline.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param state the one it led to
 * @param by null where a disclosure did it
 */
public record TriageEvent(
    int version,
    TriageAction action,
    TriageState state,
    @Nullable String message,
    @Nullable String by,
    Instant at) {}

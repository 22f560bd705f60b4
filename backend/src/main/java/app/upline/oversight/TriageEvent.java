package app.upline.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param action a code of the contract
 * @param state the one it led to
 * @param by null where a disclosure did it
 */
public record TriageEvent(
    int version,
    String action,
    String state,
    @Nullable String message,
    @Nullable String by,
    Instant at) {}

package app.upline.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement that a reviewer took back, and why; it stands beside the revision for ever.
 *
 * @param acknowledgedBy a name
 * @param message what was said with the acknowledgement
 * @param undoneBy a name
 */
public record UndoneAcknowledgement(
    String acknowledgedBy,
    Instant acknowledgedAt,
    @Nullable String message,
    String undoneBy,
    Instant undoneAt,
    String reason) {}

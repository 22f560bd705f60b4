package app.upline.notification;

import app.upline.work.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person was told.
 *
 * @param text a sentence for people
 * @param other the organization on the other side
 */
public record Notification(
    UUID id,
    EventType type,
    String text,
    Subject subject,
    @Nullable UUID otherId,
    @Nullable String otherName,
    Instant occurredAt,
    @Nullable Instant readAt) {}

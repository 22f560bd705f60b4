package app.upline.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of an agency has read a version, and when it was first downloaded. */
public record ResourceReading(
    int number,
    UUID userId,
    UUID agencyId,
    String agencyName,
    String by,
    Instant readAt,
    @Nullable Instant downloadedAt) {}

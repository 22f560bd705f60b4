package app.upline.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null does not matter.
 *
 * @param until not included
 * @param objectId any of its objects
 */
public record AuditQuery(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable UUID actorId,
    @Nullable String operation,
    @Nullable UUID objectId,
    @Nullable EventOutcome outcome) {

  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);
}

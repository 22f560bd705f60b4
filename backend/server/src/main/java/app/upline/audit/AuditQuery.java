package app.upline.audit;

import app.upline.platform.listing.Direction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null does not matter.
 *
 * @param until not included
 * @param objectId any of its objects
 * @param direction usually the newest comes first
 */
public record AuditQuery(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable UUID actorId,
    @Nullable String operation,
    @Nullable UUID objectId,
    @Nullable EventOutcome outcome,
    @Nullable UUID requestId,
    Direction direction) {

  public static final AuditQuery ALL =
      new AuditQuery(null, null, null, null, null, null, null, Direction.DESCENDING);
}

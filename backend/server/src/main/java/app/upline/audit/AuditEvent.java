package app.upline.audit;

import app.upline.platform.persistence.JsonCodes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an organization's trail.
 *
 * @param seq its number in the chain, from 1 and without gaps
 * @param occurredAt to the microsecond; never before that of the event before
 * @param status the HTTP status of what was refused or failed
 * @param roles codes, sorted, as a JSON array
 * @param parameters of the request, as canonical JSON; no text that people typed
 * @param note why, where the caller had to say it
 * @param objectCount how many objects it is about
 * @param objectsSha256 over all of them
 */
public record AuditEvent(
    UUID organizationId,
    long seq,
    Instant occurredAt,
    String operation,
    EventOutcome outcome,
    @Nullable Integer status,
    Actor.Kind actorKind,
    @Nullable UUID actorId,
    @Nullable String actorName,
    String roles,
    @Nullable String source,
    @Nullable UUID requestId,
    @Nullable String parameters,
    @Nullable String note,
    int objectCount,
    String objectsSha256) {

  /** The roles one by one. */
  public List<String> roleCodes() {
    return List.copyOf(JsonCodes.read(roles));
  }

  /** Everything about it that the chain vouches for, in this order (docs/audit.md). */
  @Nullable Object[] parts() {
    return new @Nullable Object[] {
      organizationId,
      seq,
      occurredAt,
      operation,
      outcome,
      status,
      actorKind,
      actorId,
      actorName,
      roles,
      source,
      requestId,
      parameters,
      note,
      objectCount,
      objectsSha256
    };
  }
}

package app.upline.retention;

import app.upline.audit.AuditedObject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes.
 *
 * @param carrierId who was told of it
 * @param sha256 of its content, where that has one
 */
record PurgeCandidate(
    PurgeKind kind,
    UUID id,
    @Nullable UUID carrierId,
    @Nullable String reference,
    @Nullable String sha256) {

  /** The carrier of one that has one. */
  UUID toldCarrier() {
    return Objects.requireNonNull(carrierId);
  }

  /** The same for those who were told of it, who may never have seen it as it was at the end. */
  AuditedObject named() {
    return new AuditedObject(kind.word(), id, reference, null, null);
  }

  /** That it was there, and is no more. */
  AuditedObject audited() {
    return new AuditedObject(kind.word(), id, reference, sha256, null);
  }
}

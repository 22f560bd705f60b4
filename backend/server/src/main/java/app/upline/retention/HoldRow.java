package app.upline.retention;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as it is kept, with who placed it and who released it. */
@MappedEntity("legal_hold")
record HoldRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID organizationId,
    HoldKind objectKind,
    @BinaryId UUID objectId,
    String objectReference,
    String reason,
    LegalHold.State state,
    int version,
    Instant placedAt,
    @BinaryId UUID placedBy,
    String placerName,
    @Nullable Instant releasedAt,
    @BinaryId @Nullable UUID releasedBy,
    @Nullable String releaserName,
    @Nullable String releaseReason) {

  LegalHold hold() {
    return new LegalHold(
        id,
        objectKind,
        objectId,
        objectReference,
        reason,
        version,
        placedAt,
        placerName,
        release());
  }

  private LegalHold.@Nullable Release release() {
    return releasedAt == null || releaserName == null || releaseReason == null
        ? null
        : new LegalHold.Release(releasedAt, releaserName, releaseReason);
  }
}

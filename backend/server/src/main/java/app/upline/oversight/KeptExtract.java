package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An extract as it is kept.
 *
 * @param draftSlot 1 while it is a draft, so that there is one at a time
 * @param carrierName as the carrier was called when it became final
 */
@MappedEntity("extract")
record KeptExtract(
    @Id @BinaryId UUID id,
    @BinaryId UUID carrierId,
    ExtractKind kind,
    String period,
    Extract.State state,
    @Nullable Integer draftSlot,
    @Nullable Integer finalVersion,
    int version,
    @Nullable Integer rowCount,
    @Nullable String contentSha256,
    @Nullable String carrierName,
    Instant createdAt,
    @BinaryId UUID createdBy,
    String creatorName,
    @Nullable Instant finalizedAt,
    @BinaryId @Nullable UUID finalizedBy,
    @Nullable String finalizerName) {

  static KeptExtract draft(
      UUID id, CurrentUser user, ExtractKind kind, YearMonth period, Instant at) {
    return new KeptExtract(
        id,
        user.carrierId(),
        kind,
        period.toString(),
        Extract.State.DRAFT,
        1,
        null,
        1,
        null,
        null,
        null,
        at,
        user.id(),
        user.name(),
        null,
        null,
        null);
  }

  /**
   * As it is shown.
   *
   * @param carrier what the carrier is called now
   */
  Extract extract(String carrier) {
    return new Extract(
        id,
        new OrganizationName(carrierId, carrierName == null ? carrier : carrierName),
        kind,
        YearMonth.parse(period),
        state,
        version,
        createdAt,
        creatorName,
        seal());
  }

  private Extract.@Nullable Seal seal() {
    return finalVersion == null
            || rowCount == null
            || contentSha256 == null
            || finalizedAt == null
            || finalizerName == null
        ? null
        : new Extract.Seal(finalVersion, rowCount, contentSha256, finalizedAt, finalizerName);
  }
}

package app.upline.submission;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as it is kept.
 *
 * @param draftCarrierId the carrier while no other draft may be beside this one
 * @param receivingCarrierId the carrier once it was submitted
 */
@MappedEntity("submission")
record SubmissionRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID agencyId,
    @BinaryId UUID carrierId,
    SubmissionKind kind,
    SubmissionScope scope,
    @Nullable String period,
    boolean nil,
    String reference,
    SubmissionStatus status,
    int revision,
    @Nullable Integer submittedRevision,
    int version,
    @BinaryId @Nullable UUID draftCarrierId,
    @BinaryId @Nullable UUID receivingCarrierId,
    Instant createdAt,
    @BinaryId UUID createdBy,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Boolean late) {

  static SubmissionRow draft(Submission s, UUID createdBy, @Nullable UUID draftCarrierId) {
    YearMonth period = s.period();
    return new SubmissionRow(
        s.id(),
        s.agency().id(),
        s.carrier().id(),
        s.kind(),
        s.scope(),
        period == null ? null : period.toString(),
        false,
        s.reference(),
        s.status(),
        s.revision(),
        null,
        s.version(),
        draftCarrierId,
        null,
        s.createdAt(),
        createdBy,
        s.changedAt(),
        null,
        null);
  }
}

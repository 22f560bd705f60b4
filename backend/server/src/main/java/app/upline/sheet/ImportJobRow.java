package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done about an upload; gone when it is done.
 *
 * @param askedBy in whose name
 * @param corrects whether it is looked at again with corrections, which it was before
 * @param request JSON: an {@link UploadRequest}, or a {@link ImportJobs.Correction}
 * @param begun how often a server began with it
 * @param claimedBy which server is at it; null when none is
 * @param claimedUntil until when that one is believed to live
 */
@MappedEntity("sheet_import_job")
record ImportJobRow(
    @Id @BinaryId UUID importId,
    @BinaryId UUID agencyId,
    String subject,
    @BinaryId UUID askedBy,
    boolean corrects,
    String request,
    Instant askedAt,
    ImportAttempt.Phase phase,
    int rowsRead,
    boolean cancelAsked,
    int begun,
    @Nullable @BinaryId UUID claimedBy,
    @Nullable Instant claimedUntil) {}

package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it is kept.
 *
 * @param mapping JSON
 * @param notices a JSON array
 * @param settings JSON; null where the file was not kept
 * @param busyUntil until when a correction of it may be under way
 */
@MappedEntity("sheet_import")
record ImportRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID agencyId,
    String subject,
    ImportAttempt.Mode mode,
    ImportAttempt.Status status,
    String fileName,
    String mapping,
    String notices,
    int rowCount,
    int createdCount,
    int changedCount,
    int unchangedCount,
    int skippedCount,
    int errorCount,
    Instant uploadedAt,
    @BinaryId UUID uploadedBy,
    int version,
    int correctedCount,
    @Nullable String settings,
    @Nullable Instant busyUntil) {

  ImportAttempt.Counts counts() {
    return new ImportAttempt.Counts(
        rowCount, createdCount, changedCount, unchangedCount, skippedCount);
  }
}

package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The uploads of all agencies. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportRows extends GenericRepository<ImportRow, UUID> {
  void save(ImportRow row);

  /** Of one that was found and locked. */
  @Query(
      """
      update sheet_import
         set version = version + 1, settings = :settings, corrected_count = :corrected, busy_until = :busyUntil
       where id = :id
         and version = :version""")
  void begin(@BinaryId UUID id, int version, String settings, int corrected, Instant busyUntil);

  /** Unless the upload has gone on since. */
  @Query(
      """
      update sheet_import
         set busy_until = null
       where id = :id
         and agency_id = :agencyId
         and version = :version""")
  int free(@BinaryId UUID agencyId, @BinaryId UUID id, int version);

  /** Unless the upload has gone on since. */
  @Query(
      """
      update sheet_import
         set version = version + 1, busy_until = null, mode = :mode, status = :status, mapping = :mapping,
             notices = :notices, row_count = :rowCount, created_count = :created, changed_count = :changed,
             unchanged_count = :unchanged, skipped_count = :skipped, error_count = :errors, settings = :settings
       where id = :id
         and agency_id = :agencyId
         and version = :version""")
  int finish(
      @BinaryId UUID agencyId,
      @BinaryId UUID id,
      int version,
      ImportAttempt.Mode mode,
      ImportAttempt.Status status,
      String mapping,
      String notices,
      int rowCount,
      int created,
      int changed,
      int unchanged,
      int skipped,
      int errors,
      @Nullable String settings);

  /** Of one that was found and locked. */
  @Query(
      """
      update sheet_import
         set version = version + 1, status = :status, notices = :notices
       where id = :id
         and version = :version""")
  void end(@BinaryId UUID id, int version, ImportAttempt.Status status, String notices);
}

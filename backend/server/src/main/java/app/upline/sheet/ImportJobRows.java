package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be done about uploads, of all agencies. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportJobRows extends GenericRepository<ImportJobRow, UUID> {
  void save(ImportJobRow row);

  long countByAgencyId(@BinaryId UUID agencyId);

  /**
   * Those that no living server is at, the first asked first; of each agency one at a time, in the
   * order in which it sent them, so that no agency waits behind all that another has sent.
   */
  @Query(
      """
      select * from sheet_import_job j
       where (j.claimed_until is null or j.claimed_until < :now)
         and not exists (select 1 from sheet_import_job earlier
           where earlier.agency_id = j.agency_id
             and (earlier.asked_at < j.asked_at
               or (earlier.asked_at = j.asked_at and earlier.import_id < j.import_id)))
       order by j.asked_at, j.import_id
       limit 50""")
  List<ImportJobRow> waiting(Instant now);

  @Query(
      """
      update sheet_import_job
         set claimed_by = :server, claimed_until = :until, begun = begun + 1, phase = 'READING', rows_read = 0
       where import_id = :importId
         and (claimed_until is null or claimed_until < :now)""")
  int claim(@BinaryId UUID importId, @BinaryId UUID server, Instant now, Instant until);

  @Query("update sheet_import_job set claimed_until = :until where claimed_by = :server")
  void renew(@BinaryId UUID server, Instant until);

  @Query(
      """
      update sheet_import_job
         set phase = :phase, rows_read = :rows
       where import_id = :importId
         and claimed_by = :server
         and not cancel_asked""")
  int note(@BinaryId UUID importId, @BinaryId UUID server, ImportAttempt.Phase phase, int rows);

  /** Locked until the transaction ends. */
  @Query("select * from sheet_import_job where import_id = :importId for update")
  Optional<ImportJobRow> lock(@BinaryId UUID importId);

  @Query("update sheet_import_job set cancel_asked = true where import_id = :importId")
  void askToCancel(@BinaryId UUID importId);

  /**
   * Leaves it to the server that looks then.
   *
   * @param begun how often it counts as begun
   */
  @Query(
      """
      update sheet_import_job
         set claimed_by = null, claimed_until = :until, begun = :begun, phase = 'WAITING', rows_read = 0
       where import_id = :importId
         and claimed_by = :server""")
  void giveBack(@BinaryId UUID importId, @BinaryId UUID server, Instant until, int begun);

  @Query("delete from sheet_import_job where import_id = :importId")
  void remove(@BinaryId UUID importId);
}

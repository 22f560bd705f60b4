package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The remembered mappings of all agencies. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SheetMappingRows extends GenericRepository<SheetMappingRow, UUID> {
  void save(SheetMappingRow row);

  @Query("select * from sheet_mapping where id = :id and agency_id = :agencyId")
  Optional<SheetMappingRow> find(@BinaryId UUID agencyId, @BinaryId UUID id);

  @Query("select * from sheet_mapping where id = :id and agency_id = :agencyId for update")
  Optional<SheetMappingRow> findAndLock(@BinaryId UUID agencyId, @BinaryId UUID id);

  @Query(
      """
      select * from sheet_mapping
       where agency_id = :agencyId
         and subject = :subject
         and headings_sha256 = :headings""")
  Optional<SheetMappingRow> findByHeadings(
      @BinaryId UUID agencyId, String subject, String headings);

  /** Of one that was found and locked. */
  @Query(
      """
      update sheet_mapping
         set name = :name, mapping = :mapping, version = version + 1, changed_at = :changedAt,
             changed_by = :changedBy, changer_name = :changerName
       where id = :id
         and agency_id = :agencyId""")
  void change(
      @BinaryId UUID agencyId,
      @BinaryId UUID id,
      String name,
      String mapping,
      Instant changedAt,
      @BinaryId UUID changedBy,
      String changerName);

  @Query("delete from sheet_mapping where id = :id and agency_id = :agencyId")
  void remove(@BinaryId UUID agencyId, @BinaryId UUID id);
}

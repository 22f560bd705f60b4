package app.upline.platform.files;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The files of agencies; every statement is held to one. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StoredFileRows extends GenericRepository<StoredFileRow, UUID> {
  void save(StoredFileRow row);

  @Query(
      """
      select *
        from stored_file
       where id = :id
         and organization_id = :organizationId
         and erased_at is null""")
  Optional<StoredFileRow> find(@BinaryId UUID organizationId, @BinaryId UUID id);

  @Query(
      """
      update stored_file
         set erased_at = :now
       where id = :id
         and organization_id = :organizationId
         and erased_at is null""")
  void erase(@BinaryId UUID organizationId, @BinaryId UUID id, Instant now);
}

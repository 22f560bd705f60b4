package app.upline.platform.files;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The pieces of files; those of one can be opened for its organization alone. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StoredPieceRows extends GenericRepository<StoredPieceRow, UUID> {
  void save(StoredPieceRow row);

  @Query("select * from stored_file_chunk where file_id = :fileId and number = :number")
  Optional<StoredPieceRow> find(@BinaryId UUID fileId, int number);

  @Query(
      """
      delete p from stored_file_chunk p
        join stored_file f on f.id = p.file_id
       where f.id = :fileId
         and f.organization_id = :organizationId""")
  void erase(@BinaryId UUID organizationId, @BinaryId UUID fileId);

  /** Unless another server has done it meanwhile. */
  @Query(
      """
      update stored_file_chunk
         set key_version = :keyVersion, sealed = :sealed
       where file_id = :fileId
         and number = :number
         and key_version = :before""")
  void reseal(@BinaryId UUID fileId, int number, int before, int keyVersion, byte[] sealed);
}

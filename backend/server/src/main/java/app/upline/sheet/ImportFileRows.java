package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The files of uploads that a caller was found to see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportFileRows extends GenericRepository<ImportFileRow, UUID> {
  void save(ImportFileRow row);

  void deleteByImportId(@BinaryId UUID importId);

  long countByImportId(@BinaryId UUID importId);

  boolean existsByImportId(@BinaryId UUID importId);

  @Query("select * from sheet_import_file where import_id = :importId and part = :part")
  Optional<ImportFileRow> find(@BinaryId UUID importId, int part);
}

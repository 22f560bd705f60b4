package app.upline.sheet;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** The uploads of all agencies. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportRows extends GenericRepository<ImportRow, UUID> {
  void save(ImportRow row);
}

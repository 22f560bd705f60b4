package app.upline.oversight;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Files of items of plans that a caller was found to see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanFileRows extends GenericRepository<PlanFileRow, UUID> {
  void save(PlanFileRow row);
}

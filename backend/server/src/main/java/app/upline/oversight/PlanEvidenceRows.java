package app.upline.oversight;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Evidence for items of plans that a caller was found to see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanEvidenceRows extends GenericRepository<PlanEvidenceRow, UUID> {
  void save(PlanEvidenceRow row);
}

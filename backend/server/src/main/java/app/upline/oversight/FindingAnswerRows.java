package app.upline.oversight;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** What agencies say to findings that they see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FindingAnswerRows extends GenericRepository<FindingAnswerRow, UUID> {
  void save(FindingAnswerRow row);
}

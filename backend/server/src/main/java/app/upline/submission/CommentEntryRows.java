package app.upline.submission;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** What was said to remarks that a caller was found to see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CommentEntryRows extends GenericRepository<CommentEntryRow, UUID> {
  void save(CommentEntryRow row);
}

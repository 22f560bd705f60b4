package app.upline.submission;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Comments on submissions that a caller was found to see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CommentRows extends GenericRepository<CommentRow, UUID> {
  void save(CommentRow row);
}

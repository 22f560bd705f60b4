package app.upline.beneficiary;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Who has read which block in clear. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RevealRows extends GenericRepository<RevealRow, UUID> {
  void save(RevealRow row);
}

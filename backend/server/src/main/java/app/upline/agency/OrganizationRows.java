package app.upline.agency;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** All organizations. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganizationRows extends GenericRepository<OrganizationRow, UUID> {
  void save(OrganizationRow row);
}

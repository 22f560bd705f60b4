package app.upline.identity.singlesignon;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** Whom providers speak of; each speaks for its own organization. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FederatedIdentityRows extends GenericRepository<FederatedIdentityRow, UUID> {
  void save(FederatedIdentityRow row);

  Optional<FederatedIdentityRow> findByOrganizationIdAndIssuerAndSubject(
      @BinaryId UUID organizationId, String issuer, String subject);
}

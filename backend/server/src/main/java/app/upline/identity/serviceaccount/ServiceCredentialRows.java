package app.upline.identity.serviceaccount;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** What the machines of an organization are known by; which accounts are its own is known. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ServiceCredentialRows extends GenericRepository<ServiceCredentialRow, UUID> {
  void save(ServiceCredentialRow row);

  /** 1, or 0 when the account has no such credential that is live. */
  @Query(
      """
      update service_credential
         set revoked_at = :now
       where id = :id
         and service_account_id = :accountId
         and revoked_at is null""")
  int revoke(@BinaryId UUID accountId, @BinaryId UUID id, Instant now);

  boolean existsByIdAndServiceAccountId(@BinaryId UUID id, @BinaryId UUID serviceAccountId);
}

package app.upline.identity.account;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The addresses that wait to be confirmed: one of each person, the last one asked for. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EmailChanges extends GenericRepository<EmailChange, UUID> {
  void save(EmailChange change);

  Optional<EmailChange> findById(@BinaryId UUID id);

  @Query("delete from email_change where user_id = :userId")
  void removeOf(@BinaryId UUID userId);
}

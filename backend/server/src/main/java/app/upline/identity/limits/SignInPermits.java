package app.upline.identity.limits;

import app.upline.identity.Session;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** Permits from the account's mail, shown when signing in; kept as hashes. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SignInPermits extends GenericRepository<Session, UUID> {

  @Query(
      """
      insert into sign_in_permit (token_sha256, user_id, expires_at)
      values (:sha256, :userId, :expiresAt)""")
  void save(String sha256, @BinaryId UUID userId, Instant expiresAt);

  @Query(
      """
      select exists (select 1 from sign_in_permit
                      where token_sha256 = :sha256 and user_id = :userId and expires_at > :now)""")
  boolean isGood(String sha256, @BinaryId UUID userId, Instant now);

  @Query("delete from sign_in_permit where user_id = :userId")
  void endAllOf(@BinaryId UUID userId);
}

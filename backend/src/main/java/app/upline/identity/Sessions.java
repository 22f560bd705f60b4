package app.upline.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Every sign-in. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface Sessions extends GenericRepository<Session, UUID> {
  void save(Session session);

  Optional<Session> findById(UUID id);

  @Query("update session set ended_at = :now where id = :id and ended_at is null")
  void end(UUID id, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where ended_at is null
         and id in (select session_id from refresh_token where token_sha256 = :tokenSha256)""")
  void endByToken(String tokenSha256, Instant now);
}

package app.upline.identity.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Every refresh token that was handed out. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RefreshTokens extends GenericRepository<RefreshToken, String> {
  void save(RefreshToken token);

  Optional<RefreshToken> findByTokenSha256(String tokenSha256);

  /**
   * Marks a token as used.
   *
   * @return 1, or 0 when it was used before; of two at once the other waits and then has 0
   */
  @Query(
      """
      update refresh_token
         set used_at = :now
       where token_sha256 = :tokenSha256
         and used_at is null""")
  int use(String tokenSha256, Instant now);
}

package app.upline.identity.singlesignon;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The sign-ins under way. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SingleSignOnRows extends GenericRepository<SingleSignOnRow, String> {
  void save(SingleSignOnRow row);

  @Query(
      """
      select *
        from single_sign_on_attempt
       where state_sha256 = :state
         and browser_sha256 = :browser
         and expires_at > :now""")
  Optional<SingleSignOnRow> find(String state, String browser, Instant now);

  /** 1, or 0 when another request has used it meanwhile. */
  @Query("delete from single_sign_on_attempt where state_sha256 = :state")
  int use(String state);
}

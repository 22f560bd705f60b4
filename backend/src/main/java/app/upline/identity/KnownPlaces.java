package app.upline.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** From where people have shown who they are. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface KnownPlaces extends GenericRepository<Session, UUID> {

  /**
   * Whether somebody signed in, or chose a password by a mailed link, from an address that begins
   * so.
   */
  @Query(
      """
      select exists (select 1 from session
                      where user_id = :userId and started_at > :since and source_address like :network)
          or exists (select 1 from mailed_link
                      where subject_id = :userId and purpose = 'PASSWORD_RESET'
                        and used_at > :since and used_from like :network)""")
  boolean know(UUID userId, String network, Instant since);
}

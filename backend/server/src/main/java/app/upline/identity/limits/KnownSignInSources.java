package app.upline.identity.limits;

import app.upline.identity.Session;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/**
 * From where people have shown who they are: signed in, or used a link that was mailed to them. A
 * place is one address of version 4, and of version 6 the network that one customer holds; never
 * another that only begins like it.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface KnownSignInSources extends GenericRepository<Session, UUID> {

  /** Whether the person has been at this place since. */
  @Query(
      """
      select exists (select 1 from known_sign_in_source
                      where user_id = :userId and network = :network and known_at > :since)""")
  boolean know(@BinaryId UUID userId, String network, Instant since);

  /** Whether the person has been at any place since. */
  @Query(
      """
      select exists (select 1 from known_sign_in_source
                      where user_id = :userId and known_at > :since)""")
  boolean knowAny(@BinaryId UUID userId, Instant since);

  @Query(
      """
      insert into known_sign_in_source (user_id, network, known_at)
      values (:userId, :network, :now)
      on duplicate key update known_at = values(known_at)""")
  void note(@BinaryId UUID userId, String network, Instant now);
}

package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Every sign-in. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Sessions extends GenericRepository<Session, UUID> {
  void save(Session session);

  Optional<Session> findById(@BinaryId UUID id);

  @Query("update session set ended_at = :now where id = :id and ended_at is null")
  void end(@BinaryId UUID id, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where ended_at is null
         and id in (select session_id from refresh_token where token_sha256 = :tokenSha256)""")
  void endByToken(String tokenSha256, Instant now);

  @Query("update session set ended_at = :now where user_id = :userId and ended_at is null")
  void endAllOf(@BinaryId UUID userId, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where user_id = :userId
         and id <> :kept
         and ended_at is null""")
  void endAllOfExcept(@BinaryId UUID userId, @BinaryId UUID kept, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where id = :id
         and user_id = :userId
         and ended_at is null""")
  int endOf(@BinaryId UUID userId, @BinaryId UUID id, Instant now);

  @Query("update session set confirmed_at = :now where id = :id")
  void confirm(@BinaryId UUID id, Instant now);

  @Query("update session set second_factor_at = :now where id = :id")
  void noteSecondFactor(@BinaryId UUID id, Instant now);

  /** The caller of this session; none when it is over or the person is shut out. */
  @Query(
      """
      select u.id, u.name, u.organization_id, u.organization_kind, s.last_used_at, s.confirmed_at,
             coalesce(o.second_factor_required, false) and s.second_factor_at is null
               as lacks_second_factor,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
        from session s
        join app_user u on u.id = s.user_id
        left join organization_security o
               on o.organization_id = u.organization_id
       where s.id = :sessionId
         and s.user_id = :userId
         and s.ended_at is null
         and s.expires_at > :now
         and u.active""")
  Optional<CallerRow> findCaller(@BinaryId UUID sessionId, @BinaryId UUID userId, Instant now);

  @Query(
      """
      update session
         set last_used_at = :now, source_address = :address
       where id = :sessionId
         and last_used_at < :now""")
  void noteUse(@BinaryId UUID sessionId, Instant now, String address);
}

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

  @Query("update session set ended_at = :now where user_id = :userId and ended_at is null")
  void endAllOf(UUID userId, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where user_id = :userId
         and id <> :kept
         and ended_at is null""")
  void endAllOfExcept(UUID userId, UUID kept, Instant now);

  @Query(
      """
      update session
         set ended_at = :now
       where id = :id
         and user_id = :userId
         and ended_at is null""")
  int endOf(UUID userId, UUID id, Instant now);

  @Query("update session set confirmed_at = :now where id = :id")
  void confirm(UUID id, Instant now);

  @Query("update session set second_factor_at = :now where id = :id")
  void noteSecondFactor(UUID id, Instant now);

  /** Who calls in this session; nobody when it is over or the person is shut out. */
  @Query(
      """
      select u.id, u.name, u.agency_id, u.carrier_id, s.last_used_at, s.confirmed_at,
             coalesce(o.second_factor_required, false) and s.second_factor_at is null
               as lacks_second_factor,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
        from session s
        join app_user u on u.id = s.user_id
        left join organisation_security o
               on o.organisation_id = coalesce(u.agency_id, u.carrier_id)
       where s.id = :sessionId
         and s.user_id = :userId
         and s.ended_at is null
         and s.expires_at > :now
         and u.active""")
  Optional<CallerRow> findCaller(UUID sessionId, UUID userId, Instant now);

  @Query(
      """
      update session
         set last_used_at = :now, source_address = :address
       where id = :sessionId
         and last_used_at < :now""")
  void noteUse(UUID sessionId, Instant now, String address);
}

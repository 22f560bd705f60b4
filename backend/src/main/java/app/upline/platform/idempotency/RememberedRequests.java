package app.upline.platform.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of requests with a key. The number that each change answers decides who goes on. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RememberedRequests extends GenericRepository<RememberedRequest, String> {

  /** Answers 0 when the key is taken: of two at once the primary key lets one through. */
  @Query(
      """
      insert ignore into idempotent_request
             (user_id, idempotency_key, operation, request_sha256, claim, claimed_at)
      values (:userId, :key, :operation, :requestSha256, :claim, :now)""")
  int claim(
      String userId, String key, String operation, String requestSha256, String claim, Instant now);

  @Query(
      """
      select user_id, idempotency_key, operation, request_sha256, claim, claimed_at, status, headers,
             body
        from idempotent_request
       where user_id = :userId
         and idempotency_key = :key""")
  Optional<RememberedRequest> find(String userId, String key);

  /** Answers 0 when somebody else was faster, or the answer came after all. */
  @Query(
      """
      update idempotent_request
         set claim = :claim, claimed_at = :now
       where user_id = :userId
         and idempotency_key = :key
         and claim = :deadClaim
         and status is null""")
  int takeOver(String userId, String key, String deadClaim, String claim, Instant now);

  /** Answers 0 when the claim was taken over meanwhile. */
  @Query(
      """
      update idempotent_request
         set status = :status, headers = :headers, body = :body
       where user_id = :userId
         and idempotency_key = :key
         and claim = :claim""")
  int complete(
      String userId, String key, String claim, int status, String headers, byte @Nullable [] body);

  @Query(
      """
      delete from idempotent_request
       where user_id = :userId
         and idempotency_key = :key
         and claim = :claim
         and status is null""")
  void release(String userId, String key, String claim);

  @Query("delete from idempotent_request where claimed_at < :before order by claimed_at limit 500")
  int forgetSomeBefore(Instant before);
}

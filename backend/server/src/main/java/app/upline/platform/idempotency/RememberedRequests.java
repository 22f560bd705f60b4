package app.upline.platform.idempotency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of requests with a key. The number that each change answers decides who goes on. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface RememberedRequests extends GenericRepository<RememberedRequest, String> {

  /** Answers 0 when the key is taken: of two at once the primary key lets one through. */
  @Query(
      """
      insert ignore into idempotent_request
             (user_id, idempotency_key, operation, request_sha256, claim_id, server_instance_id, claimed_at)
      values (:userId, :key, :operation, :requestSha256, :claim, :instance, :now)\
      """)
  int claim(
      @BinaryId UUID userId,
      String key,
      String operation,
      String requestSha256,
      @BinaryId UUID claim,
      @BinaryId UUID instance,
      Instant now);

  @Query(
      """
      select r.user_id, r.idempotency_key, r.operation, r.request_sha256, r.claim_id, r.claimed_at,
             i.alive_at, r.status, r.headers, r.body
        from idempotent_request r
        left join server_instance i on i.id = r.server_instance_id
       where r.user_id = :userId
         and r.idempotency_key = :key\
      """)
  Optional<RememberedRequest> find(@BinaryId UUID userId, String key);

  /** Answers 0 when another request was faster, or the answer came after all. */
  @Query(
      """
      update idempotent_request
         set claim_id = :claim, server_instance_id = :instance, claimed_at = :now
       where user_id = :userId
         and idempotency_key = :key
         and claim_id = :deadClaim
         and status is null\
      """)
  int takeOver(
      @BinaryId UUID userId,
      String key,
      @BinaryId UUID deadClaim,
      @BinaryId UUID claim,
      @BinaryId UUID instance,
      Instant now);

  /** Answers 0 when the claim was taken over meanwhile. */
  @Query(
      """
      update idempotent_request
         set status = :status, headers = :headers, body = :body
       where user_id = :userId
         and idempotency_key = :key
         and claim_id = :claim\
      """)
  int complete(
      @BinaryId UUID userId,
      String key,
      @BinaryId UUID claim,
      int status,
      String headers,
      // The framework does not see the array's annotation, and would refuse an answer without one.
      @io.micronaut.core.annotation.Nullable byte @Nullable [] body);

  @Query(
      """
      delete from idempotent_request
       where user_id = :userId
         and idempotency_key = :key
         and claim_id = :claim
         and status is null\
      """)
  void release(@BinaryId UUID userId, String key, @BinaryId UUID claim);
}

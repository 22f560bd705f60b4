package app.upline.identity.limits;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link FailureCounts}; each statement commits by itself. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FailureRows extends GenericRepository<FailureRows.Row, String> {

  /** What is found of a subject. */
  @Introspected
  record Row(int failures) {}

  /** One more, as long as there are fewer than the most. */
  @Query(
      """
      update sign_in_failure
         set failures = failures + 1, last_at = :now
       where subject = :subject
         and failures < :most""")
  int count(String subject, int most, Instant now);

  @Query(
      """
      insert ignore into sign_in_failure (subject, user_id, kind, failures, last_at)
      values (:subject, :userId, :kind, 1, :now)""")
  int begin(String subject, @BinaryId @Nullable UUID userId, String kind, Instant now);

  @Query("select failures from sign_in_failure where subject = :subject")
  Optional<Row> find(String subject);

  @Query("delete from sign_in_failure where user_id = :userId and kind = :kind")
  void forget(@BinaryId UUID userId, String kind);

  @Query("delete from sign_in_failure where user_id = :userId")
  void forgetAll(@BinaryId UUID userId);
}

package app.upline.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** What receivers of checkpoints have. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CheckpointSentRows extends GenericRepository<CheckpointSentRow, String> {
  Optional<CheckpointSentRow> findByReceiver(String receiver);

  @Query(
      """
      update audit_checkpoint_sent
         set number = :number, sent_at = :now
       where receiver = :receiver""")
  int move(String receiver, long number, Instant now);

  @Query(
      """
      insert ignore into audit_checkpoint_sent (receiver, number, sent_at)
      values (:receiver, :number, :now)""")
  int begin(String receiver, long number, Instant now);
}

package app.upline.platform.mail;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the outbox. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface QueuedMails extends GenericRepository<QueuedMail, UUID> {
  QueuedMail save(QueuedMail mail);

  /** Takes some that are due; no other server sees them until {@code again}. */
  @Query(
      """
      update outgoing_mail
         set claim_id = :claim, due_at = :again, attempts = attempts + 1
       where due_at <= :now
       order by due_at
       limit 20\
      """)
  int claim(@BinaryId UUID claim, Instant now, Instant again);

  List<QueuedMail> findByClaimId(@BinaryId UUID claim);

  List<QueuedMail> findByKind(String kind);

  @Query("delete from outgoing_mail where id = :id")
  void forget(@BinaryId UUID id);

  @Query(
      """
      update outgoing_mail
         set claim_id = null, due_at = :again, last_failure = :failure
       where id = :id\
      """)
  void postpone(@BinaryId UUID id, @Nullable Instant again, String failure);
}

package app.upline.notification;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of what happened. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface StoredEvents extends GenericRepository<StoredEvent, UUID> {

  Optional<StoredEvent> findById(@BinaryId UUID id);

  @Query(
      """
      select * from business_event
       where due_at <= :now
       order by due_at
       limit 50""")
  List<StoredEvent> findDue(Instant now);

  /** 1 for the server that tells of it; 0 when another has done so. */
  @Query("update business_event set due_at = null where id = :id and due_at is not null")
  int claim(@BinaryId UUID id);

  @Query("update business_event set due_at = :again where id = :id and due_at is not null")
  void postpone(@BinaryId UUID id, Instant again);
}

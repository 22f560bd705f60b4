package app.upline.platform.idempotency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** The table of the servers that are at work. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ServerInstances extends GenericRepository<ServerInstances.Row, UUID> {

  /** When a server last said that it lives. */
  @Introspected
  @MappedEntity("server_instance")
  record Row(@Id @BinaryId UUID id, Instant aliveAt) {}

  @Query("update server_instance set alive_at = :now where id = :id")
  int renew(@BinaryId UUID id, Instant now);

  @Query("insert ignore into server_instance (id, alive_at) values (:id, :now)")
  int begin(@BinaryId UUID id, Instant now);
}

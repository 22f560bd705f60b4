package app.upline.period;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** What agencies were reminded of. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReminderRows extends GenericRepository<ReminderRow, UUID> {
  /** 1, or 0 where it was done already. */
  @Query(
      """
      insert ignore into reporting_reminder (id, agency_id, carrier_id, period, kind, created_at)
      values (:id, :agencyId, :carrierId, :period, :kind, :now)""")
  int begin(
      @BinaryId UUID id,
      @BinaryId UUID agencyId,
      @BinaryId UUID carrierId,
      String period,
      String kind,
      Instant now);
}

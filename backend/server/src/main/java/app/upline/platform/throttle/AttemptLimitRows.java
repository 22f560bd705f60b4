package app.upline.platform.throttle;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/**
 * The rows behind {@link AttemptLimiter}; each statement commits by itself, or with the transaction
 * at hand.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptLimitRows extends GenericRepository<AttemptLimitRows.Row, String> {

  /** What is found of a bucket. */
  @Introspected
  record Row(long theoreticalArrivalAt) {}

  /**
   * One more, if that is allowed: of two at once the database lets one after the other.
   *
   * @param beyond more than can be owed: found where the clock was put back, and started over
   */
  @Query(
      """
      update rate_limit
         set theoretical_arrival_at =
             if(theoretical_arrival_at > :beyond, :now, greatest(theoretical_arrival_at, :now)) + :every
       where bucket = :bucket
         and (theoretical_arrival_at <= :latest or theoretical_arrival_at > :beyond)""")
  int take(String bucket, long now, long every, long latest, long beyond);

  @Query(
      "insert ignore into rate_limit (bucket, theoretical_arrival_at) values (:bucket, :theoreticalArrivalAt)")
  int begin(String bucket, long theoreticalArrivalAt);

  /** As it is now; within a transaction that may write. */
  @Query("select theoretical_arrival_at from rate_limit where bucket = :bucket for update")
  Optional<Row> lock(String bucket);

  @Query(
      "update rate_limit set theoretical_arrival_at = theoretical_arrival_at - :every where bucket = :bucket")
  void giveBack(String bucket, long every);
}

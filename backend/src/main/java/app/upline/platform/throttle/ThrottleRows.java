package app.upline.platform.throttle;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The rows behind {@link Throttle}; each statement commits by itself. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThrottleRows extends GenericRepository<ThrottleRows.Row, String> {

  /** What is found of a bucket. */
  @Introspected
  record Row(long restsAt) {}

  /** One more, if that is allowed: of two at once the database lets one after the other. */
  @Query(
      """
      update throttle
         set rests_at = greatest(rests_at, :now) + :every
       where bucket = :bucket
         and rests_at <= :latest""")
  int take(String bucket, long now, long every, long latest);

  @Query("insert ignore into throttle (bucket, rests_at) values (:bucket, :restsAt)")
  int begin(String bucket, long restsAt);

  @Query("select rests_at from throttle where bucket = :bucket")
  Optional<Row> find(String bucket);

  @Query("update throttle set rests_at = rests_at - :every where bucket = :bucket")
  void giveBack(String bucket, long every);

  @Query("delete from throttle where rests_at < :before limit 1000")
  int forgetSomeBefore(long before);
}

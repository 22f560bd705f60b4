package app.upline.platform.persistence;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Not ready where the database answers, but takes no changes: most requests would fail here, and
 * another instance may stand before the primary. Both engines know {@code read_only}; what MySQL
 * calls {@code super_read_only} sets it too.
 */
@Singleton
@Readiness
final class WritableDatabase implements HealthIndicator {
  private static final String NAME = "database-writable";
  private static final Sql READ_ONLY = Sql.of("select @@global.read_only");

  private final Database database;
  private final DatabaseStanding standing;
  private final ExecutorService blocking;

  WritableDatabase(
      Database database,
      DatabaseStanding standing,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.database = database;
    this.standing = standing;
    this.blocking = blocking;
  }

  @Override
  public @NonNull Publisher<HealthResult> getResult() {
    return Mono.fromCallable(this::isWritable)
        .onErrorReturn(false)
        .map(writable -> writable ? HealthStatus.UP : HealthStatus.DOWN)
        .map(status -> HealthResult.builder(NAME, status).build())
        .subscribeOn(Schedulers.fromExecutor(blocking));
  }

  private boolean isWritable() {
    return !standing.isFull()
        && database.reading(
            () -> database.first(READ_ONLY, row -> !row.getBoolean(1)).orElse(false));
  }
}

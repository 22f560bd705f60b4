package app.upline.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Not alive where connections are wanted, none has come back for a long time, and the database
 * takes a new one at once: this process will not recover, and another in its place would serve.
 * While the database is away, or all connections are merely busy, a restart would not help.
 */
@Singleton
@Liveness
@Requires(property = "upline.database.watched", notEquals = "false")
final class StuckPool implements HealthIndicator {
  private static final String NAME = "database-connections";
  private static final String CONNECT_MILLIS = "3000";

  private final HikariDataSource pool;
  private final Duration patience;
  private final AtomicLong moved = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private long movedThen;
  private long missedThen;
  private volatile @Nullable Long stuckSince;

  StuckPool(DataSource dataSource, @Value("${upline.database.stuck-after:2m}") Duration patience)
      throws SQLException {
    this.pool = DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);
    this.patience = patience;
    pool.setMetricsTrackerFactory((name, statistics) -> new Counting());
  }

  private final class Counting implements IMetricsTracker {
    @Override
    public void recordConnectionUsageMillis(long elapsed) {
      moved.incrementAndGet();
    }

    @Override
    public void recordConnectionCreatedMillis(long elapsed) {
      moved.incrementAndGet();
    }

    @Override
    public void recordConnectionTimeout() {
      missed.incrementAndGet();
    }
  }

  @Scheduled(initialDelay = "10s", fixedDelay = "${upline.database.look-every:10s}")
  void look() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    long movedNow = moved.get();
    long missedNow = missed.get();
    boolean wanted = missedNow > missedThen || now.getThreadsAwaitingConnection() > 0;
    boolean moves = movedNow > movedThen || now.getIdleConnections() > 0;
    movedThen = movedNow;
    missedThen = missedNow;
    if (!wanted || moves || !databaseTakesConnections()) {
      stuckSince = null;
    } else if (stuckSince == null) {
      stuckSince = System.nanoTime();
    }
  }

  @Override
  public Publisher<HealthResult> getResult() {
    boolean stuck =
        stuckSince instanceof Long since && System.nanoTime() - since >= patience.toNanos();
    return Mono.just(
        HealthResult.builder(NAME, stuck ? HealthStatus.DOWN : HealthStatus.UP).build());
  }

  private boolean databaseTakesConnections() {
    Properties properties = new Properties();
    properties.putAll(pool.getDataSourceProperties());
    properties.setProperty("user", String.valueOf(pool.getUsername()));
    properties.setProperty("password", String.valueOf(pool.getPassword()));
    properties.setProperty("connectTimeout", CONNECT_MILLIS);
    properties.setProperty("socketTimeout", CONNECT_MILLIS);
    try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}

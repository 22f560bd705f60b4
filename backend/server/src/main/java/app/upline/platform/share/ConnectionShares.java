package app.upline.platform.share;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * No organization holds more than half of the connections: what its people, its own locks or its
 * slow questions keep waiting is its own. All who have not signed in share a half, too. A thread
 * that waits here holds none.
 */
@Singleton
final class ConnectionShares implements BeanCreatedEventListener<DataSource>, Ordered {

  /** As whose all strangers count. */
  private static final UUID STRANGERS = new UUID(0, 0);

  private final BeanProvider<CallersOrganization> callers;
  private final Map<UUID, Semaphore> held = new ConcurrentHashMap<>();

  ConnectionShares(BeanProvider<CallersOrganization> callers) {
    this.callers = callers;
  }

  /** Before the pool is wrapped by others, by which a transaction keeps its connection. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return event.getBean() instanceof HikariDataSource pool ? shared(pool) : event.getBean();
  }

  private DataSource shared(HikariDataSource pool) {
    int each = Math.max(1, pool.getMaximumPoolSize() / 2);
    Duration patience = Duration.ofMillis(pool.getConnectionTimeout());
    return new SharedDataSource(pool, () -> connection(pool, each, patience));
  }

  private Connection connection(HikariDataSource pool, int each, Duration patience)
      throws SQLException {
    Optional<UUID> owner = Place.current().map(Place::organization).or(this::ownerOfRequest);
    if (owner.isEmpty()) {
      return pool.getConnection();
    }
    Semaphore share = held.computeIfAbsent(owner.get(), key -> new Semaphore(each, true));
    take(owner.get(), share, patience);
    try {
      return SharedConnection.of(pool.getConnection(), share::release);
    } catch (SQLException | RuntimeException | Error e) {
      share.release();
      throw e;
    }
  }

  private Optional<UUID> ownerOfRequest() {
    CallersOrganization caller = callers.get();
    return caller
        .current()
        .or(() -> isForAStranger(caller) ? Optional.of(STRANGERS) : Optional.empty());
  }

  /** What the service does by itself, such as its jobs, is no request. */
  private static boolean isForAStranger(CallersOrganization caller) {
    return ServerRequestContext.currentRequest().isPresent() && caller.isStranger();
  }

  private static void take(UUID owner, Semaphore share, Duration patience) {
    try {
      if (share.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw owner.equals(STRANGERS) ? UsedUpShare.ofStrangers() : UsedUpShare.ofOrganization();
  }
}

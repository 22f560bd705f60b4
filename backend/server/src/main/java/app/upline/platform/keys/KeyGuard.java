package app.upline.platform.keys;

import app.upline.platform.persistence.Pools;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Refuses the start, of the service and of every command, when a key is not the one that the
 * database knows by its version. It listens for the pool, after the migrations: nothing can write
 * before. A version that the database does not know is tried on the rows that were written with it,
 * and is known from then on.
 */
@Singleton
final class KeyGuard implements BeanCreatedEventListener<DataSource>, Ordered {
  private final List<GuardedKeys> kinds;
  private final UnkeptSecrets unkept;
  private final Clock clock;

  KeyGuard(List<GuardedKeys> kinds, UnkeptSecrets unkept, Clock clock) {
    this.kinds = kinds;
    this.unkept = unkept;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    DataSource pool = DelegatingDataSource.unwrapDataSource(event.getBean());
    try {
      guard(pool);
    } catch (RuntimeException refusal) {
      Pools.close(pool);
      throw refusal;
    }
    return event.getBean();
  }

  private void guard(DataSource pool) {
    try (Connection connection = pool.getConnection()) {
      KeyChecks checks = new KeyChecks(connection);
      for (GuardedKeys keys : kinds) {
        check(keys, checks);
      }
      unkept.keepAll();
      for (GuardedKeys keys : kinds) {
        record(keys, checks);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The keys cannot be compared with the database", e);
    }
  }

  private void check(GuardedKeys keys, KeyChecks checks) throws SQLException {
    Map<String, String> recorded = checks.of(keys.kind());
    for (GuardedKey key : keys.all()) {
      String known = recorded.get(key.version());
      boolean fits =
          known == null
              ? key.proof(checks.connection()) != GuardedKey.Proof.FITS_NOTHING
              : known.equals(key.checkValue());
      if (!fits) {
        throw refusal(keys, key.version());
      }
    }
    for (String version : recorded.keySet()) {
      boolean configured = keys.all().stream().anyMatch(key -> key.version().equals(version));
      if (!configured && keys.isNeeded(version, checks.connection())) {
        throw missing(keys, version);
      }
    }
  }

  private void record(GuardedKeys keys, KeyChecks checks) throws SQLException {
    Map<String, String> recorded = checks.of(keys.kind());
    for (GuardedKey key : keys.all()) {
      if (!recorded.containsKey(key.version())) {
        checks.record(keys.kind(), key.version(), key.checkValue(), clock);
      }
    }
    // Another server with other keys may have been first.
    Map<String, String> now = checks.of(keys.kind());
    for (GuardedKey key : keys.all()) {
      if (!key.checkValue().equals(now.get(key.version()))) {
        throw refusal(keys, key.version());
      }
    }
  }

  private StartFailure refusal(GuardedKeys keys, String version) {
    return lost(keys, version)
        .orElseGet(
            () ->
                new StartFailure(
                    "%s is not the key that this database was written with: set %s (or %s_FILE) to the right one. Nothing was written with it."
                        .formatted(
                            capitalized(keys.name(version)), keys.setting(), keys.setting())));
  }

  private StartFailure missing(GuardedKeys keys, String version) {
    return lost(keys, version)
        .orElseGet(
            () ->
                new StartFailure(
                    "%s is needed to read what is in this database, and is not configured: put it behind the current one in %s (or %s_FILE)."
                        .formatted(
                            capitalized(keys.name(version)), keys.setting(), keys.setting())));
  }

  private Optional<StartFailure> lost(GuardedKeys keys, String version) {
    return unkept
        .missing(keys.kind())
        .map(
            path ->
                new StartFailure(
                    "The file %s is not there, but the database was written with %s, which it held: put the file back from a copy, or begin anew with an empty data folder. No new key was kept."
                        .formatted(path, keys.name(version))));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}

package app.upline.platform.persistence;

import app.upline.platform.persistence.ServerVersion.Engine;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Refuses at the start, and before anything is migrated, a server that the application would not
 * work with: one that is too old, and one to which the driver sends no fractions of seconds, be it
 * that it takes the server for another (MariaDB 10.x says that it is MySQL 5.5) or that the address
 * tells it to. Audit trails then look forged, and two submissions within a second collide.
 */
@Singleton
final class ServerCheck implements BeanCreatedEventListener<DataSource>, Ordered {
  private static final String VERSION = "select concat(version(), ' ', @@version_comment)";
  private static final String ECHO = "select cast(? as char)";
  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_000);
  private static final String MOMENT_IN_SQL = "2026-01-02 03:04:05.123456";

  /** Before the migrations, which listen too. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    DataSource pool = event.getBean();
    try (Connection connection = pool.getConnection()) {
      refusal(connection)
          .ifPresent(
              sentence -> {
                throw new StartFailure(sentence);
              });
    } catch (SQLException e) {
      Pools.close(pool);
      throw new IllegalStateException("The database server does not say what it is", e);
    } catch (StartFailure refused) {
      Pools.close(pool);
      throw refused;
    }
    return pool;
  }

  private static Optional<String> refusal(Connection connection) throws SQLException {
    String words = answer(connection, VERSION, null);
    Optional<ServerVersion> version = ServerVersion.of(words);
    if (!version.map(ServerVersion::isSupported).orElse(false)) {
      return Optional.of(
          "The database server is %s; Upline needs %s or newer, or %s or newer."
              .formatted(
                  version.map(ServerVersion::toString).orElse(words),
                  Engine.MYSQL,
                  Engine.MARIADB));
    }
    return MOMENT_IN_SQL.equals(answer(connection, ECHO, MOMENT))
        ? Optional.empty()
        : Optional.of(
            "The database would lose the fractions of every second: take out of DATASOURCES_DEFAULT_URL what says so (sendFractionalSeconds), or use another server than %s."
                .formatted(version.get()));
  }

  private static String answer(
      Connection connection, String question, @Nullable LocalDateTime moment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      if (moment != null) {
        statement.setObject(1, moment);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? String.valueOf(row.getString(1)) : "";
      }
    }
  }
}

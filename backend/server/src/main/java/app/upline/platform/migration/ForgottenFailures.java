package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a migration that failed be tried again: Flyway would refuse every later start, although the
 * script goes on where it was broken off ({@link ResumableScript}).
 */
final class ForgottenFailures implements Callback {
  private static final String HISTORY =
      "select count(*) from information_schema.tables where table_schema = database() and table_name = ?";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    String table = context.getConfiguration().getTable();
    Connection connection = context.getConnection();
    try (PreparedStatement there = connection.prepareStatement(HISTORY)) {
      there.setString(1, table);
      try (var row = there.executeQuery()) {
        if (!row.next() || row.getInt(1) == 0) {
          return;
        }
      }
      try (PreparedStatement forget =
          connection.prepareStatement("delete from `" + table + "` where success = 0")) {
        forget.executeUpdate();
      }
      MigrationSteps.commit(connection);
    } catch (SQLException e) {
      throw new FlywayException("A migration that failed cannot be tried again", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "failures";
  }
}

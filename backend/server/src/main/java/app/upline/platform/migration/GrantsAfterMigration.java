package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets the application's account do in every table what {@link TableRights} say, and no more. Table
 * by table, because neither MySQL nor MariaDB can take back on a table what is granted on its
 * schema.
 */
record GrantsAfterMigration(ApplicationAccount application, GrantedTables granted)
    implements Callback {
  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return false;
  }

  @Override
  public void handle(Event event, Context context) {
    Connection connection = context.getConnection();
    try {
      // Only what is there: to take back a right on a table takes back those on its columns too.
      for (ApplicationAccount.Right right : application.rights()) {
        if (!granted.allow(right.table(), right.right())) {
          run(connection, "revoke %s on %s from %s", right.right(), right.table());
        }
      }
      for (String table : tables(connection)) {
        Optional<String> rights = granted.of(table);
        if (rights.isPresent()) {
          run(connection, "grant %s on %s to %s", rights.get(), table);
        }
      }
    } catch (SQLException e) {
      throw new FlywayException("The rights of the application's account cannot be granted", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "grants";
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TABLES);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private void run(Connection connection, String change, String rights, String table)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          change.formatted(rights, "`" + table.replace("`", "``") + "`", application.quoted()));
    }
  }
}

package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets the application's account change and delete rows of every table but the append-only ones.
 * Table by table, because neither MySQL nor MariaDB can take back on a table what is granted on its
 * schema.
 *
 * @param account as {@code current_user()} says it: {@code name@host}
 */
record GrantsAfterMigration(String account) implements Callback {
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
      for (String table : tables(connection)) {
        if (!AppendOnlyTables.NAMES.contains(table)) {
          grant(connection, table);
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

  private void grant(Connection connection, String table) throws SQLException {
    int at = account.lastIndexOf('@');
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "grant update, delete on `%s` to '%s'@'%s'"
              .formatted(
                  table.replace("`", "``"),
                  account.substring(0, at).replace("'", "''"),
                  account.substring(at + 1).replace("'", "''")));
    }
  }
}

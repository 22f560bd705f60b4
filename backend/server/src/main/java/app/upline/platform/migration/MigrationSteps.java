package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How far a script has come.
 *
 * @param done how many of its statements are known to be done
 * @param brokenOff whether it was begun before
 */
record MigrationSteps(int done, boolean brokenOff) {
  private static final String TABLE =
      """
      create table if not exists migration_step (
        script varchar(200) character set utf8mb4 collate utf8mb4_bin not null primary key,
        done int not null
      )
      """;

  /** Reads it, or notes that the script begins. */
  static MigrationSteps of(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    try (PreparedStatement query =
        connection.prepareStatement("select done from migration_step where script = ?")) {
      query.setString(1, script);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return new MigrationSteps(row.getInt(1), true);
        }
      }
    }
    try (PreparedStatement begun =
        connection.prepareStatement("insert into migration_step (script, done) values (?, 0)")) {
      begun.setString(1, script);
      begun.executeUpdate();
    }
    commit(connection);
    return new MigrationSteps(0, false);
  }

  static void commit(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }
}

package app.upline.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * The account by which the application works.
 *
 * @param quoted as statements name it: {@code 'name'@'host'}
 * @param rights those it has on whole tables, as it sees them: other accounts may not be able to
 */
record ApplicationAccount(String quoted, List<Right> rights) {
  private static final String RIGHTS =
      """
      select table_name, privilege_type from information_schema.table_privileges
      where table_schema = database() and privilege_type in ('UPDATE', 'DELETE') and grantee = ?
      """;

  /** A right on a whole table. */
  record Right(String table, String right) {}

  static ApplicationAccount of(DataSource pool) {
    try (Connection connection = pool.getConnection()) {
      String quoted = quoted(connection);
      return new ApplicationAccount(quoted, rights(connection, quoted));
    } catch (SQLException e) {
      throw new FlywayException("The application's account cannot be asked for its name", e);
    }
  }

  private static String quoted(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_user()")) {
      row.next();
      String account = row.getString(1);
      int at = account.lastIndexOf('@');
      return "'%s'@'%s'"
          .formatted(account.substring(0, at).replace("'", "''"), account.substring(at + 1));
    }
  }

  private static List<Right> rights(Connection connection, String quoted) throws SQLException {
    List<Right> rights = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
      statement.setString(1, quoted);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rights.add(new Right(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return rights;
  }
}

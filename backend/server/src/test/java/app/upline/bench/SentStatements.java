package app.upline.bench;

import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.UplineProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the service asks of its database for a request, as the database has written it down. By an
 * Upline of its own, whose driver writes bytes so that they can be read in a log.
 */
final class SentStatements {

  private static final String BYTES_IN_HEX =
      "&sessionVariables=sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_BACKSLASH_ESCAPES'";

  private final DatabaseInItsOwnProcess database;

  SentStatements(DatabaseInItsOwnProcess database) {
    this.database = database;
  }

  /** The reading statements of each request, which were asked for by the person. */
  Map<String, List<String>> of(
      Path folder, Map<String, String> settings, String email, List<String> paths)
      throws SQLException {
    Map<String, String> changed = new HashMap<>(settings);
    changed.merge("DATASOURCES_DEFAULT_URL", BYTES_IN_HEX, String::concat);
    Map<String, List<String>> statements = new LinkedHashMap<>();
    try (UplineProcess upline = UplineProcess.start(folder, changed)) {
      Client person = new Client(upline, email);
      database.asOperator("set global log_output = 'TABLE'");
      for (String path : paths) {
        person.download(path);
        database.asOperator("truncate mysql.general_log");
        database.asOperator("set global general_log = on");
        person.download(path);
        database.asOperator("set global general_log = off");
        statements.put(path, logged());
      }
    }
    return statements;
  }

  private List<String> logged() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.operator();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select argument from mysql.general_log
                 where command_type = 'Query' and argument regexp '^[[:space:]]*select'
                   and argument not regexp 'for update|information_schema'""")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}

package app.upline.platform.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The table of check values, before there is anything else to read a table with. */
record KeyChecks(Connection connection) {

  /** The recorded values of a kind by version. */
  Map<String, String> of(String kind) throws SQLException {
    Map<String, String> values = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement("select version, check_value from key_check where kind = ?")) {
      statement.setString(1, kind);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return values;
  }

  /** Unless another server has recorded one meanwhile. */
  void record(String kind, String version, String value, Clock clock) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert ignore into key_check (kind, version, check_value, recorded_at) values (?, ?, ?, ?)")) {
      statement.setString(1, kind);
      statement.setString(2, version);
      statement.setString(3, value);
      statement.setObject(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}

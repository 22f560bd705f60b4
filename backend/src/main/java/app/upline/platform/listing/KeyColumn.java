package app.upline.platform.listing;

import app.upline.platform.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One column of the key in whose order a list stands.
 *
 * @param name with the alias of its table, as the statement knows it
 * @param instant whether it holds a moment rather than text
 */
public record KeyColumn(String name, boolean instant) {

  public static KeyColumn text(String name) {
    return new KeyColumn(name, false);
  }

  public static KeyColumn instant(String name) {
    return new KeyColumn(name, true);
  }

  /** What a cursor holds of a row. */
  String read(ResultSet row, String label) throws SQLException {
    return instant ? Database.instant(row, label).toString() : row.getString(label);
  }

  /** What a statement compares with. */
  Object parameter(String read) {
    return instant ? Instant.parse(read) : read;
  }
}

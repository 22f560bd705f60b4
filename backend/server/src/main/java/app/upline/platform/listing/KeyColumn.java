package app.upline.platform.listing;

import app.upline.platform.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One column of the key in whose order a list stands.
 *
 * @param name with the alias of its table, as the statement knows it
 */
public record KeyColumn(String name, Holds holds) {

  /** What is in the column. */
  enum Holds {
    TEXT,
    NUMBER,
    INSTANT,
    ID
  }

  public static KeyColumn text(String name) {
    return new KeyColumn(name, Holds.TEXT);
  }

  public static KeyColumn number(String name) {
    return new KeyColumn(name, Holds.NUMBER);
  }

  public static KeyColumn instant(String name) {
    return new KeyColumn(name, Holds.INSTANT);
  }

  public static KeyColumn id(String name) {
    return new KeyColumn(name, Holds.ID);
  }

  /** What a cursor holds of a row. */
  String read(ResultSet row, String label) throws SQLException {
    return switch (holds) {
      case TEXT, NUMBER -> row.getString(label);
      case INSTANT -> Database.instant(row, label).toString();
      case ID -> Database.uuid(row, label).toString();
    };
  }

  /** What a statement compares with. */
  Object parameter(String read) {
    return switch (holds) {
      case TEXT -> read;
      case NUMBER -> Long.valueOf(read);
      case INSTANT -> Instant.parse(read);
      case ID -> UUID.fromString(read);
    };
  }
}

package app.upline.platform.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rule of the database a statement broke, by the name that the migrations give it. Read from
 * the vendor's error code and message; MySQL and MariaDB word theirs differently.
 */
public sealed interface ConstraintFailure {

  /** A unique key holds this value already. */
  record Duplicate(String name) implements ConstraintFailure {}

  /** A foreign key names a row that is not there. */
  record MissingReference(String name) implements ConstraintFailure {}

  /** A row is still named by others, so it cannot go. */
  record StillReferenced(String name) implements ConstraintFailure {}

  /** A check constraint says no. */
  record CheckFailed(String name) implements ConstraintFailure {}

  /** The value does not fit the column of this name. */
  record TooLong(String name) implements ConstraintFailure {}

  /** Another error; none of our rules by name. */
  record Unknown(int vendorCode) implements ConstraintFailure {}

  /** What the first SQL error among the causes says; empty when there is none. */
  static Optional<ConstraintFailure> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(of(sql));
      }
    }
    return Optional.empty();
  }

  private static ConstraintFailure of(SQLException sql) {
    String message = String.valueOf(sql.getMessage());
    return switch (sql.getErrorCode()) {
      case 1062, 1586 -> new Duplicate(afterLastDot(Messages.KEY.in(message)));
      case 1216, 1452 -> new MissingReference(Messages.FOREIGN_KEY.in(message));
      case 1217, 1451 -> new StillReferenced(Messages.FOREIGN_KEY.in(message));
      case 3819 -> new CheckFailed(Messages.MYSQL_CHECK.in(message));
      case 4025 -> new CheckFailed(afterLastDot(Messages.MARIADB_CHECK.in(message)));
      case 1406 -> new TooLong(Messages.COLUMN.in(message));
      default -> new Unknown(sql.getErrorCode());
    };
  }

  /** MySQL puts the table before the name of a key. */
  private static String afterLastDot(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Where a message names what it is about. The text before may hold any value of a caller. */
  enum Messages {
    /** {@code Duplicate entry 'x' for key 'table.name'}; the value comes first, so from the end. */
    KEY(" for key '([^']*)'$"),
    FOREIGN_KEY("CONSTRAINT `([^`]*)` FOREIGN KEY"),
    MYSQL_CHECK("^Check constraint '([^']*)' is violated"),
    MARIADB_CHECK("^(?:\\(conn=\\d+\\) )?CONSTRAINT `([^`]*)` failed"),
    COLUMN(" for column '([^']*)' at row \\d+$");

    private final Pattern pattern;

    Messages(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    private String in(String message) {
      Matcher matcher = pattern.matcher(message);
      return matcher.find() ? matcher.group(1) : "";
    }
  }
}

package app.upline.platform.persistence;

import io.micronaut.data.connection.exceptions.ConnectionException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/** Failures of the database that pass by themselves, told from those that do not. */
public enum DatabaseFailure {
  /** Another transaction was in the way; the same again may well succeed at once. */
  CONFLICT("lost against another transaction"),
  /** The server takes no changes, since another is the primary now or its operator says so. */
  READ_ONLY("found a database that takes no changes"),
  /** The server has no space left. */
  FULL("found a database without space"),
  /** No connection was to be had in time. */
  NO_CONNECTION("found no connection to the database"),
  /** A connection broke, or the server was too slow, too busy or going away. */
  UNREACHABLE("lost the database");

  /** SQL states of class 08 are about the connection. */
  private static final String CONNECTION = "08";

  /**
   * Deadlock, lock waited for too long, of MariaDB a row that was changed since the transaction's
   * first look, a lock not to be waited for, rolled back while a cluster agreed on it, a table's
   * definition changed. The SQL states of most say nothing.
   */
  private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 1020, 3572, 3101, 1412);

  /** Read-only by option, by mode, by transaction; a cluster that takes no changes just now. */
  private static final Set<Integer> READ_ONLIES = Set.of(1290, 1836, 1792, 3100);

  /** Disk full, table full, error on writing a file (the operating system's, and its own). */
  private static final Set<Integer> FULLS = Set.of(1021, 1114, 1026, 3, 1878);

  /**
   * Too many connections (of all, of this account, in this hour), no thread to be had, a statement
   * or a connection that was ended, its time being over or not; a cluster's node that is not ready.
   */
  private static final Set<Integer> PASSING =
      Set.of(1040, 1203, 1226, 1135, 1317, 1927, 1969, 3024, 1053, 1047);

  /** How both engines pass on what the operating system says of a full disk. */
  private static final Set<String> NO_SPACE =
      Set.of("error 28", "Errcode: 28", "errno: 28", "No space left on device");

  private final String what;

  DatabaseFailure(String what) {
    this.what = what;
  }

  /** What happened to a request, for the log. */
  public String what() {
    return what;
  }

  /** Which it is; empty where the same request would fail again. */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
      Optional<DatabaseFailure> found =
          switch (cause) {
            case SQLException sql -> of(sql);
            case OutdatedViewException outdated -> Optional.of(CONFLICT);
            // The pool's connection was closed under the transaction: no SQL state at all.
            case ConnectionException broken when !hasSql(broken) -> Optional.of(UNREACHABLE);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
      depth++;
    }
    return Optional.empty();
  }

  /** Whether the same request may well succeed a little later. */
  public static boolean isPassing(Throwable failure) {
    return of(failure).isPresent();
  }

  /** Whether nothing can be asked of the database just now. */
  public static boolean isAway(Throwable failure) {
    return of(failure).filter(met -> met == NO_CONNECTION || met == UNREACHABLE).isPresent();
  }

  private static boolean hasSql(Throwable failure) {
    return failure.getCause() instanceof SQLException sql
        && (sql.getErrorCode() != 0
            || sql.getSQLState() != null
            || sql instanceof SQLTransientException);
  }

  private static Optional<DatabaseFailure> of(SQLException sql) {
    int code = sql.getErrorCode();
    if (CONFLICTS.contains(code)) {
      return Optional.of(CONFLICT);
    }
    if (READ_ONLIES.contains(code)) {
      return Optional.of(READ_ONLY);
    }
    if (FULLS.contains(code) || saysNoSpace(sql)) {
      return Optional.of(FULL);
    }
    if (PASSING.contains(code)) {
      return Optional.of(UNREACHABLE);
    }
    return switch (sql) {
      case SQLTransactionRollbackException rolledBack -> Optional.of(CONFLICT);
      case SQLTransientConnectionException none when code == 0 -> Optional.of(NO_CONNECTION);
      case SQLTransientException transientOne -> Optional.of(UNREACHABLE);
      case SQLRecoverableException recoverable -> Optional.of(UNREACHABLE);
      case SQLNonTransientConnectionException connection -> Optional.of(UNREACHABLE);
      default ->
          sql.getSQLState() instanceof String state && state.startsWith(CONNECTION)
              ? Optional.of(UNREACHABLE)
              : Optional.empty();
    };
  }

  /** Only what the server says of itself, never what a caller's value may say in its message. */
  private static boolean saysNoSpace(SQLException sql) {
    String message = String.valueOf(sql.getMessage());
    return "HY000".equals(sql.getSQLState()) && NO_SPACE.stream().anyMatch(message::contains);
  }
}

package app.upline.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells failures that pass by themselves from those that do not. */
public final class DatabaseFailure {
  /** SQL states of class 08 are about the connection. */
  private static final String CONNECTION = "08";

  private DatabaseFailure() {}

  /**
   * Whether the same request may well succeed a little later: no connection to be had, the pool
   * exhausted, a deadlock lost, or a lock waited for too long.
   */
  public static boolean isPassing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isPassing(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException sql) {
    return switch (sql) {
      case SQLTransientException transientOne -> true;
      case SQLRecoverableException recoverable -> true;
      case SQLNonTransientConnectionException connection -> true;
      default -> sql.getSQLState() instanceof String state && state.startsWith(CONNECTION);
    };
  }
}

package app.upline.platform.persistence;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a transaction again that another one was in the way of: two that waited for each other, of
 * which the database ended one, or two that were the first of their kind in the same moment. What
 * comes second then sees what the other did, and is told so by the rules.
 */
final class Collisions {

  private static final Logger LOG = LoggerFactory.getLogger(Collisions.class);

  /** Six at once collide five times at most, each time with one less. */
  private static final int ATTEMPTS = 8;

  private static final int LONGEST_PAUSE_MILLIS = 20;
  private static final int DEADLOCK = 1213;
  private static final int CHANGED_MEANWHILE = 1020;

  private Collisions() {}

  /**
   * The result of the transaction, or of its repetition.
   *
   * @param transaction begins, and leaves nothing behind where it throws
   */
  static <T> T overcome(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !isCollision(failure) || !pause(attempt)) {
          throw failure;
        }
        LOG.debug("A transaction collided with another, and is tried again");
      }
    }
  }

  private static boolean isCollision(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getErrorCode() == DEADLOCK
            || sql.getErrorCode() == CHANGED_MEANWHILE
            || ConstraintFailure.in(sql).orElse(null) instanceof ConstraintFailure.Duplicate;
      }
    }
    return false;
  }

  /** Of different length for each, so that they do not collide again. */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) * attempt);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

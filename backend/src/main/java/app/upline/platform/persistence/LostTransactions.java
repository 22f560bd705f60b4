package app.upline.platform.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Does a transaction again that lost against another one: two that waited for each other, of which
 * the server ended one, or two that were the first of their kind in the same moment. All of it is
 * taken back, and nobody has been told anything yet; what comes second then sees what the other
 * did, and is told so by the rules. A little later each time, lest the same two meet again.
 */
public final class LostTransactions {
  /** Six at once collide five times at most, each time with one less. */
  private static final int MOST_ATTEMPTS = 8;

  private static final int PAUSE_MILLIS = 20;

  /** Whoever waited for a lock in vain may do so once more, and then says so. */
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private LostTransactions() {}

  /**
   * @param transaction begins and ends the transaction itself, and leaves nothing behind when lost
   */
  public static <T> T again(Supplier<T> transaction) {
    long begin = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException failure) {
        if (!isLost(failure)
            || attempt == MOST_ATTEMPTS
            || System.nanoTime() - begin > LONGEST.toNanos()
            || !paused(attempt)) {
          throw failure;
        }
      }
    }
  }

  private static boolean isLost(Throwable failure) {
    return DatabaseFailure.of(failure).filter(DatabaseFailure.CONFLICT::equals).isPresent()
        || isDuplicate(failure);
  }

  private static boolean isDuplicate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return ConstraintFailure.in(sql).orElse(null) instanceof ConstraintFailure.Duplicate;
      }
    }
    return false;
  }

  private static boolean paused(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS * attempt));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

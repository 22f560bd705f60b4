package app.upline.platform.persistence;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Does a transaction again that lost against another one: the server has taken all of it back, and
 * nobody has been told anything yet. A little later each time, lest the same two meet again.
 */
public final class LostTransactions {
  private static final int MOST_ATTEMPTS = 5;
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
        boolean lost =
            DatabaseFailure.of(failure).filter(DatabaseFailure.CONFLICT::equals).isPresent();
        if (!lost
            || attempt == MOST_ATTEMPTS
            || System.nanoTime() - begin > LONGEST.toNanos()
            || !paused(attempt)) {
          throw failure;
        }
      }
    }
  }

  private static boolean paused(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS << attempt));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package app.upline.platform.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Does a transaction again that lost against another one: two that waited for each other, of which
 * the server ended one, or two that were the first of their kind in the same moment, or one that
 * removed what the other was about to rely on. All of it is rolled back, and the caller has been
 * told nothing yet; what comes second then sees what the other did, and is told so by the rules. A
 * little later each time, lest the same two meet again.
 *
 * <p>A statement by itself is a transaction too. What only reads is also done again, once, when the
 * connection broke under it: what changes something may have been done by then.
 */
public final class LostTransactions {
  /** Six at once collide five times at most, each time with one less. */
  private static final int MOST_ATTEMPTS = 8;

  private static final int PAUSE_MILLIS = 20;

  private static final Set<DatabaseFailure> BROKEN =
      Set.of(DatabaseFailure.CONFLICT, DatabaseFailure.UNREACHABLE);

  /** A transaction that waited for a lock in vain may do so once more, and then fails. */
  private static final Duration LONGEST = Duration.ofSeconds(12);

  /** A read that took longer than this before it broke fails at once. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private LostTransactions() {}

  /**
   * @param transaction begins and ends the transaction itself, and leaves nothing behind when lost
   */
  public static <T> T again(Supplier<T> transaction) {
    return again(transaction, failure -> isConflict(failure) || hasMet(failure));
  }

  /**
   * @param change one statement, in a transaction of its own
   */
  static <T> T changeAgain(Supplier<T> change) {
    return again(change, LostTransactions::isConflict);
  }

  private static <T> T again(Supplier<T> transaction, Predicate<RuntimeException> lost) {
    long begin = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException failure) {
        if (!lost.test(failure)
            || attempt == MOST_ATTEMPTS
            || System.nanoTime() - begin > LONGEST.toNanos()
            || !paused(attempt)) {
          throw failure;
        }
      }
    }
  }

  /**
   * @param read answers what it read and does nothing else
   */
  static <T> T readAgain(Supplier<T> read) {
    long begin = System.nanoTime();
    try {
      return read.get();
    } catch (RuntimeException failure) {
      boolean passes =
          DatabaseFailure.of(failure).filter(BROKEN::contains).isPresent()
              && System.nanoTime() - begin < SOON.toNanos();
      if (!passes || !paused(1)) {
        throw failure;
      }
      return read.get();
    }
  }

  private static boolean isConflict(Throwable failure) {
    return DatabaseFailure.of(failure).filter(DatabaseFailure.CONFLICT::equals).isPresent();
  }

  /** What was looked for is there by now, what was relied on is gone, or is relied on by now. */
  private static boolean hasMet(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return ConstraintFailure.in(sql).filter(LostTransactions::isOfTheMoment).isPresent();
      }
    }
    return false;
  }

  private static boolean isOfTheMoment(ConstraintFailure failure) {
    return switch (failure) {
      case ConstraintFailure.Duplicate _,
          ConstraintFailure.MissingReference _,
          ConstraintFailure.StillReferenced _ ->
          true;
      case ConstraintFailure.CheckFailed _,
          ConstraintFailure.TooLong _,
          ConstraintFailure.Unknown _ ->
          false;
    };
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

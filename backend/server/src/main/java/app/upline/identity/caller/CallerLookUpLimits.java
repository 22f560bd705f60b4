package app.upline.identity.caller;

import app.upline.platform.throttle.BusyException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few of one caller's requests at a time ask the database who the caller is: a thousand that
 * come at once wait for each other, and not in front of everybody else for a connection.
 */
@Singleton
class CallerLookUpLimits {
  /** So many that only a client that floods notices. */
  private static final int AT_A_TIME = 4;

  private static final int RETRY_AFTER_SECONDS = 5;

  private static final ScopedValue<Boolean> CALLER = ScopedValue.newInstance();

  /** As long as a request may wait for a connection. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A few callers share each, so that there are never more. */
  private final Semaphore[] shares = new Semaphore[1024];

  CallerLookUpLimits() {
    Arrays.setAll(shares, i -> new Semaphore(AT_A_TIME, true));
  }

  /**
   * @param caller the person or the service account
   * @throws BusyException where too many were there before
   */
  <T> T oneOf(UUID caller, Supplier<T> lookUp) {
    Semaphore share = shares[Math.floorMod(caller.hashCode(), shares.length)];
    if (!taken(share)) {
      throw new BusyException(RETRY_AFTER_SECONDS);
    }
    try {
      return ScopedValue.where(CALLER, true).call(lookUp::get);
    } finally {
      share.release();
    }
  }

  /** Whether a caller who showed a good token is being looked up on this thread. */
  static boolean isUnderWay() {
    return CALLER.isBound();
  }

  private static boolean taken(Semaphore share) {
    try {
      return share.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package app.upline.identity.password;

import app.upline.platform.throttle.BusyException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Few hashes at a time, in the order in which they were asked for. They are made on threads of the
 * operating system, which takes the processor away from them for others: a virtual thread would
 * keep it until the hash is made, and every request behind it waits as long.
 */
final class Hashing {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int RETRY_AFTER_SECONDS = 5;

  /** What the newest hash says of how long the next one takes; the earlier ones say the rest. */
  private static final double NEWEST = 0.2;

  private final int atOnce;
  private final ExecutorService threads;
  private volatile double nanos = Duration.ofMillis(100).toNanos();

  /**
   * @param name of its threads
   * @param atOnce each takes 19 MiB and a processor
   */
  Hashing(String name, int atOnce) {
    this.atOnce = atOnce;
    threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("password-" + name + "-", 1).factory());
  }

  /**
   * Waits for a hash.
   *
   * @throws BusyException when it is not made in time
   */
  <T> T of(Callable<T> hash) {
    Future<T> made = threads.submit(() -> timed(hash));
    try {
      return made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BusyException(RETRY_AFTER_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException(RETRY_AFTER_SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("No hash could be made", e.getCause());
    } finally {
      made.cancel(false);
    }
  }

  /** How many hashes are likely to be made in this time, on a machine as busy as it is now. */
  int likelyWithin(Duration time) {
    return (int) (atOnce * (time.toNanos() / nanos));
  }

  /** Two at once may each miss the other's time, which does no harm. */
  private <T> T timed(Callable<T> hash) throws Exception {
    long begun = System.nanoTime();
    T made = hash.call();
    nanos = (1 - NEWEST) * nanos + NEWEST * (System.nanoTime() - begun);
    return made;
  }
}

package app.upline.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Holds up whoever comes until it is opened. Who has been told of waits at this gate and at no
 * other: a test that puts another in its place changes nothing for them.
 */
public final class Gate {
  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch opened;

  private Gate(int closed) {
    opened = new CountDownLatch(closed);
  }

  public static Gate closed() {
    return new Gate(1);
  }

  public static Gate opened() {
    return new Gate(0);
  }

  /** Goes through, when it is open. */
  public void pass() throws InterruptedException {
    arrived.release();
    opened.await();
  }

  /** Returns when one more has come. */
  public void awaitArrival() throws InterruptedException {
    arrived.acquire();
  }

  public void open() {
    opened.countDown();
  }
}

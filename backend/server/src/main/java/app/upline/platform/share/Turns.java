package app.upline.platform.share;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Who works next where more want to than may at a time. Organizations take turns, however many
 * requests each of them has waiting; requests of one organization are served as they came.
 */
final class Turns {

  private final int atOnce;
  private final int perOrganization;
  private final Map<UUID, Integer> working = new HashMap<>();

  /** The organization that has waited longest for a turn comes first. */
  private final Map<UUID, Deque<CountDownLatch>> waiting = new LinkedHashMap<>();

  private int workingInAll;

  Turns(int atOnce, int perOrganization) {
    this.atOnce = atOnce;
    this.perOrganization = perOrganization;
  }

  /** Waits for a turn; false when it did not come in time. */
  boolean take(UUID organization, Duration patience) throws InterruptedException {
    CountDownLatch called = queue(organization);
    try {
      return called.await(patience.toNanos(), TimeUnit.NANOSECONDS)
          || !stopWaiting(organization, called);
    } catch (InterruptedException e) {
      if (!stopWaiting(organization, called)) {
        giveBack(organization);
      }
      throw e;
    }
  }

  /** Waits for a turn, which comes: those who work come to an end. */
  void take(UUID organization) {
    CountDownLatch called = queue(organization);
    boolean interrupted = false;
    while (true) {
      try {
        called.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a turn. */
  synchronized void giveBack(UUID organization) {
    workingInAll--;
    working.computeIfPresent(organization, (key, many) -> many == 1 ? null : many - 1);
    call();
  }

  /** Whether another organization would work now if one of this organization stopped. */
  synchronized boolean isWanted(UUID organization) {
    return workingInAll == atOnce
        && waiting.keySet().stream()
            .anyMatch(other -> !other.equals(organization) && mayWork(other));
  }

  private synchronized CountDownLatch queue(UUID organization) {
    CountDownLatch called = new CountDownLatch(1);
    waiting.computeIfAbsent(organization, key -> new ArrayDeque<>()).add(called);
    call();
    return called;
  }

  /** False when the turn had come already. */
  private synchronized boolean stopWaiting(UUID organization, CountDownLatch called) {
    if (called.getCount() == 0) {
      return false;
    }
    Deque<CountDownLatch> queue = waiting.get(organization);
    queue.remove(called);
    if (queue.isEmpty()) {
      waiting.remove(organization);
    }
    return true;
  }

  private void call() {
    boolean found = true;
    while (workingInAll < atOnce && found) {
      found = callOne();
    }
  }

  private boolean callOne() {
    Iterator<Map.Entry<UUID, Deque<CountDownLatch>>> queues = waiting.entrySet().iterator();
    while (queues.hasNext()) {
      Map.Entry<UUID, Deque<CountDownLatch>> queue = queues.next();
      UUID organization = queue.getKey();
      if (mayWork(organization)) {
        queues.remove();
        CountDownLatch next = queue.getValue().remove();
        if (!queue.getValue().isEmpty()) {
          // Its next one comes after everybody else's.
          waiting.put(organization, queue.getValue());
        }
        workingInAll++;
        working.merge(organization, 1, Integer::sum);
        next.countDown();
        return true;
      }
    }
    return false;
  }

  private boolean mayWork(UUID organization) {
    return working.getOrDefault(organization, 0) < perOrganization;
  }
}

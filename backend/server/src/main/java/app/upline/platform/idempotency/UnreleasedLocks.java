package app.upline.platform.idempotency;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives claims of failed requests back, and those that could not be given back, because the
 * database was not there, as soon as it is there again: until then the same request would be told
 * that it is under way. Since this server says that it lives, no other takes them over before.
 */
@Singleton
class UnreleasedLocks {
  private static final Logger LOG = LoggerFactory.getLogger(UnreleasedLocks.class);

  private final IdempotencyLedger ledger;
  private final ServerInstance instance;
  private final Queue<Unreleased> waiting = new ConcurrentLinkedQueue<>();

  private record Unreleased(KeyedCall call, UUID claim) {}

  UnreleasedLocks(IdempotencyLedger ledger, ServerInstance instance) {
    this.instance = instance;
    this.ledger = ledger;
  }

  /**
   * Now, or else a little later; never fails. The request does not wait here for a connection that
   * it just waited for in vain.
   *
   * @param failure what became of the request, null when it was answered
   */
  void release(KeyedCall call, UUID claim, @Nullable Throwable failure) {
    if (failure != null && DatabaseFailure.isAway(failure)) {
      waiting.add(new Unreleased(call, claim));
      return;
    }
    try {
      ledger.release(call, claim);
      instance.end();
    } catch (RuntimeException e) {
      LOG.warn("A key could not be given back yet: {}", e.getClass());
      waiting.add(new Unreleased(call, claim));
    }
  }

  /** One after the other: where the first finds no database, the others find none either. */
  @Scheduled(fixedDelay = "1s")
  void releaseThoseThatWait() {
    for (Unreleased next = waiting.peek(); next != null; next = waiting.peek()) {
      try {
        ledger.release(next.call(), next.claim());
        waiting.remove(next);
        instance.end();
      } catch (RuntimeException e) {
        return;
      }
    }
  }
}

package app.upline.platform.idempotency;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives claims of failed requests back, and those that could not be given back, because the
 * database was not there, as soon as it is there again: until then the same request would be told
 * that it is under way.
 */
@Singleton
class UnreleasedClaims {
  private static final Logger LOG = LoggerFactory.getLogger(UnreleasedClaims.class);

  private final IdempotencyLedger ledger;
  private final Queue<Unreleased> waiting = new ConcurrentLinkedQueue<>();

  private record Unreleased(KeyedCall call, String claim, Instant until) {}

  UnreleasedClaims(IdempotencyLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Now, or else a little later; never fails. Nobody waits here for a connection that was just
   * waited for in vain.
   *
   * @param failure what became of the request, null when it was answered
   */
  void release(KeyedCall call, String claim, @Nullable Throwable failure) {
    if (failure != null && DatabaseFailure.isAway(failure)) {
      waiting.add(new Unreleased(call, claim, ledger.endOf(call)));
      return;
    }
    try {
      ledger.release(call, claim);
    } catch (RuntimeException e) {
      LOG.warn("A key could not be given back yet: {}", e.getClass());
      waiting.add(new Unreleased(call, claim, ledger.endOf(call)));
    }
  }

  /** One after the other: where the first finds no database, the others find none either. */
  @Scheduled(fixedDelay = "1s")
  void releaseThoseThatWait() {
    for (Unreleased next = waiting.peek(); next != null; next = waiting.peek()) {
      try {
        if (!ledger.isOver(next.until())) {
          ledger.release(next.call(), next.claim());
        }
        waiting.remove(next);
      } catch (RuntimeException e) {
        return;
      }
    }
  }
}

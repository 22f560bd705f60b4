package app.upline.platform.idempotency;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of requests that failed, so that they can be sent again with the same key. Where the
 * database is away they are remembered until it is back, or until their lease is over anyway:
 * nobody waits here for a connection that was just waited for in vain.
 */
@Singleton
class ClaimsToRelease {
  private final IdempotencyLedger ledger;
  private final IdempotencySettings settings;
  private final Clock clock;
  private final Queue<Due> due = new ConcurrentLinkedQueue<>();

  private record Due(KeyedCall call, String claim, Instant leaseEnds) {}

  ClaimsToRelease(IdempotencyLedger ledger, IdempotencySettings settings, Clock clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param failure what became of the request, null when it was answered
   */
  void release(KeyedCall call, String claim, @Nullable Throwable failure) {
    boolean away = failure != null && DatabaseFailure.isAway(failure);
    if (away || !released(call, claim)) {
      due.add(new Due(call, claim, clock.instant().plus(settings.leaseOf(call))));
    }
  }

  @Scheduled(initialDelay = "1s", fixedDelay = "1s")
  void releaseWhenItIsBack() {
    Due first = due.peek();
    while (first != null && (isOver(first) || released(first.call(), first.claim()))) {
      due.remove(first);
      first = due.peek();
    }
  }

  private boolean isOver(Due claim) {
    return claim.leaseEnds().isBefore(clock.instant());
  }

  private boolean released(KeyedCall call, String claim) {
    try {
      ledger.release(call, claim);
      return true;
    } catch (RuntimeException failure) {
      if (DatabaseFailure.isPassing(failure)) {
        return false;
      }
      throw failure;
    }
  }
}

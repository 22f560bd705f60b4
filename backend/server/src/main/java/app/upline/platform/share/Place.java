package app.upline.platform.share;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A piece of long work of one organization, from its request until its answer has been sent. It has
 * a place while it waits, works or sends; it takes a turn only to work.
 */
public final class Place implements AutoCloseable {

  private static final ScopedValue<Place> CURRENT = ScopedValue.newInstance();

  private final UUID organization;
  private final Turns turns;
  private final Runnable end;
  private final AtomicInteger holders = new AtomicInteger(1);
  private volatile Turn turn;

  Place(UUID organization, Turns turns, Runnable end) {
    this.organization = organization;
    this.turns = turns;
    this.end = end;
    this.turn = new Turn(turns, organization, false);
  }

  /** The piece of work that this thread does. */
  public static Optional<Place> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** See {@link Turn#offer}; does nothing where no long work is done. */
  public static void offerTurn() {
    if (CURRENT.isBound()) {
      CURRENT.get().turn.offer();
    }
  }

  public UUID organization() {
    return organization;
  }

  /** Keeps the place beyond the end of the request's method; to be closed once more. */
  public Place kept() {
    holders.incrementAndGet();
    return this;
  }

  /** Works on this thread for as long as it takes, its turn being waited for. */
  public void work(Work work) {
    Turn taken = new Turn(turns, organization, false);
    taken.resume();
    try (taken) {
      work(taken, () -> work.with(taken));
    }
  }

  /** Something to be done, that may pause. */
  @FunctionalInterface
  public interface Work {
    void with(Turn turn);
  }

  void work(Turn taken, Runnable work) {
    turn = taken;
    ScopedValue.where(CURRENT, this).run(work);
  }

  Turns turns() {
    return turns;
  }

  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) {
      end.run();
    }
  }
}

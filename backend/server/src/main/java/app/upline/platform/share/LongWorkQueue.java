package app.upline.platform.share;

import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The long work of everybody. Each organization has some places, and what has a place waits for its
 * turn: there are as many turns at a time as leave processors and connections for what is short.
 *
 * <p>The work is done on threads of the operating system, which takes the processor away from them
 * for others. A virtual thread, which a request may be on, keeps it until it waits for something:
 * two workbooks that are being read would leave others neither of two processors.
 */
@Singleton
public final class LongWorkQueue {

  private static final int FULL_SECONDS = 5;
  private static final int WAITED_SECONDS = 10;

  /** How many uploads of an organization are in memory: the one that is worked on and the next. */
  private static final int BODIES = 2;

  private final Turns files;
  private final Turns others;
  private final Turns bodies;
  private final int places;
  private final int allPlaces;
  private final Duration patience;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private int takenInAll;

  private final ThreadFactory workers =
      Thread.ofPlatform().daemon().name("long-work-", 1).factory();

  @Inject
  LongWorkQueue(
      LongWorkSettings settings,
      @Value("${datasources.default.maximum-pool-size:10}") int connections) {
    this(settings, Runtime.getRuntime().availableProcessors(), connections);
  }

  LongWorkQueue(LongWorkSettings settings, int processors, int connections) {
    int atOnce = settings.atOnce(processors, connections);
    if (connections > 1 && 2 * atOnce >= connections) {
      throw new IllegalArgumentException(
          "%d pieces of long work at once (upline.long-work.at-once), and as many files, leave no connection of %d (datasources.default.maximum-pool-size) to others"
              .formatted(atOnce, connections));
    }
    // What reads or writes files needs a processor, the rest mostly the database: neither is to
    // wait
    // for the other.
    files = new Turns(atOnce, settings.perOrganization(atOnce));
    others = new Turns(atOnce, settings.perOrganization(atOnce));
    bodies = new Turns(settings.allPlaces(), BODIES);
    places = settings.places();
    allPlaces = settings.allPlaces();
    patience = settings.patience();
  }

  /**
   * A place for a piece of long work.
   *
   * @throws ProblemException when the organization, or all together, have too much under way
   */
  Place enter(UUID organization, Operation operation) {
    synchronized (taken) {
      if (taken.getOrDefault(organization, 0) >= places) {
        throw tooMuch(FULL_SECONDS);
      }
      if (takenInAll >= allPlaces) {
        throw ProblemException.of(
                ProblemType.UNAVAILABLE, "Too much is under way just now; try again soon.")
            .retryAfter(FULL_SECONDS);
      }
      takenInAll++;
      taken.merge(organization, 1, Integer::sum);
    }
    return new Place(organization, operation.file() ? files : others, () -> leave(organization));
  }

  /**
   * Does the work when its turn comes, and waits for it.
   *
   * @throws ProblemException when the turn does not come in time
   */
  <T> T work(Place place, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try (Turn turn = turn(place.turns(), place.organization())) {
      PropagatedContext context = PropagatedContext.getOrEmpty();
      Thread worker =
          workers.newThread(
              () -> {
                try (PropagatedContext.Scope scope = context.propagate()) {
                  place.work(turn, task);
                }
              });
      worker.start();
      return joined(task, worker);
    }
  }

  /**
   * Does long work of an organization that no request waits for, as if one did; false when there is
   * no place for it now, or its turn did not come in time.
   */
  public boolean workIfThereIsRoom(UUID organization, Operation operation, Runnable work) {
    AtomicBoolean begun = new AtomicBoolean();
    try (Place place = enter(organization, operation)) {
      work(
          place,
          () -> {
            begun.set(true);
            work.run();
            return begun;
          });
      return true;
    } catch (ProblemException refused) {
      if (begun.get()) {
        throw refused;
      }
      return false;
    }
  }

  /**
   * Waits until the body of an upload may be read; what is answered is held as long as the body is.
   *
   * @throws ProblemException when that does not come in time
   */
  Turn toRead(Place place) {
    return turn(bodies, place.organization());
  }

  private Turn turn(Turns turns, UUID organization) {
    try {
      if (!turns.take(organization, patience)) {
        throw tooMuch(WAITED_SECONDS);
      }
      return new Turn(turns, organization, true);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** However it ends, the worker has ended then: what it held is free. */
  private static <T> T joined(FutureTask<T> task, Thread worker) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (ExecutionException e) {
          throw asItWas(e.getCause());
        } catch (InterruptedException e) {
          interrupted = true;
          worker.interrupt();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static ProblemException interrupted() {
    Thread.currentThread().interrupt();
    return ProblemException.of(ProblemType.UNAVAILABLE, "The service is going away.")
        .retryAfter(FULL_SECONDS);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException asItWas(Throwable failure) throws E {
    throw (E) failure;
  }

  /** How many have a place. */
  int underWay() {
    synchronized (taken) {
      return takenInAll;
    }
  }

  private void leave(UUID organization) {
    synchronized (taken) {
      takenInAll--;
      taken.computeIfPresent(organization, (key, many) -> many == 1 ? null : many - 1);
    }
  }

  private static ProblemException tooMuch(int seconds) {
    return ProblemException.of(
            ProblemType.TOO_MUCH_AT_ONCE,
            "Your organization has too many uploads, downloads or other long requests under way; try again in %d seconds."
                .formatted(seconds))
        .retryAfter(seconds);
  }
}

package app.upline.platform.sweep;

import app.upline.platform.persistence.Database;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what rooms have named as over, a little at a time so that no request waits for it.
 * Several servers doing it at once do no harm.
 */
@Singleton
public class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int AT_ONCE = 500;

  private final Database database;
  private final List<Sweep> sweeps;
  private final Clock clock;

  Sweeper(Database database, List<Sweeps> rooms, Clock clock) {
    this.database = database;
    this.sweeps = rooms.stream().flatMap(room -> room.sweeps().stream()).toList();
    this.clock = clock;
  }

  /** What fails in one table is tried again next time, and keeps no other from being swept. */
  @Scheduled(initialDelay = "${upline.sweeps.first-after:2m}", fixedDelay = "10m")
  public void sweep() {
    for (Sweep sweep : sweeps) {
      try {
        sweep(sweep);
      } catch (RuntimeException e) {
        LOG.warn("What is over in {} could not be removed: {}", sweep.table(), e.getClass());
      }
    }
  }

  private void sweep(Sweep sweep) {
    int removed;
    do {
      removed = database.writing(() -> database.update(sweep.statement(clock.instant(), AT_ONCE)));
    } while (removed == AT_ONCE);
  }
}

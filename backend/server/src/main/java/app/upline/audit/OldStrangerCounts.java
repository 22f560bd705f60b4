package app.upline.audit;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Counts of what strangers did, once they are older than a quarter of a year. */
@Singleton
final class OldStrangerCounts implements Sweeps {
  private static final Duration KEPT = Duration.ofDays(90);

  @Override
  public List<Sweep> sweeps() {
    return List.of(Sweep.older("anonymous_request_count", "counted_from", KEPT));
  }
}

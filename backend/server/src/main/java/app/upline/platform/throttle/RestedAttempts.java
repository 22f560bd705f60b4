package app.upline.platform.throttle;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.util.List;

/** Attempts that have come to rest say nothing any more. */
@Singleton
final class RestedAttempts implements Sweeps {

  @Override
  public List<Sweep> sweeps() {
    return List.of(Sweep.expired("rate_limit", "theoretical_arrival_at").withMicros());
  }
}

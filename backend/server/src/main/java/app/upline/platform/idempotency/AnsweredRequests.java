package app.upline.platform.idempotency;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Answers that have been kept long enough, and servers that have been silent for so long that they
 * are dead and their claims were free long ago.
 */
@Singleton
final class AnsweredRequests implements Sweeps {
  private static final Duration SILENT = Duration.ofDays(1);

  private final IdempotencySettings settings;

  AnsweredRequests(IdempotencySettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Sweep> sweeps() {
    return List.of(
        Sweep.older("idempotent_request", "claimed_at", settings.kept()),
        Sweep.older("server_instance", "alive_at", SILENT));
  }
}

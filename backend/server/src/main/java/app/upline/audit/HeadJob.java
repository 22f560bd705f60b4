package app.upline.audit;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Takes the heads of the day. It looks every hour, so that a server that was down at midnight makes
 * up for it; what is there already is left alone.
 */
@Singleton
final class HeadJob {
  private final AuditHeads heads;

  HeadJob(AuditHeads heads) {
    this.heads = heads;
  }

  @Scheduled(initialDelay = "5m", fixedDelay = "1h")
  void take() {
    heads.takeAll();
  }
}

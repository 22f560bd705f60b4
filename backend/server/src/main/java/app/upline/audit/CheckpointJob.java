package app.upline.audit;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/**
 * Looks twice a minute whether a checkpoint is due, and sends what has not been sent. Several
 * servers do no harm: a number is taken once, and receivers may get the same twice.
 */
@Singleton
final class CheckpointJob {
  private final AuditCheckpoints checkpoints;
  private final CheckpointDelivery delivery;
  private final TrailBeginnings beginnings;

  CheckpointJob(
      AuditCheckpoints checkpoints, CheckpointDelivery delivery, TrailBeginnings beginnings) {
    this.beginnings = beginnings;
    this.checkpoints = checkpoints;
    this.delivery = delivery;
  }

  @Scheduled(
      initialDelay = "${upline.audit.checkpoints.look:30s}",
      fixedDelay = "${upline.audit.checkpoints.look:30s}")
  void look() {
    beginnings.beginWhereNothingWasEverTold();
    checkpoints.takeWhenDue();
    delivery.deliver();
  }
}

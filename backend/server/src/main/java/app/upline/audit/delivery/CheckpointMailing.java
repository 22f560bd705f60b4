package app.upline.audit.delivery;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointReceiver;
import app.upline.audit.CheckpointSettings;
import app.upline.platform.mail.Outbox;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Mails them: one message with all that were taken since the last one. */
@Singleton
@Requires(property = "upline.audit.checkpoints.mail-to")
final class CheckpointMailing implements CheckpointReceiver {
  private final CheckpointSettings settings;
  private final Outbox outbox;

  CheckpointMailing(CheckpointSettings settings, Outbox outbox) {
    this.settings = settings;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Duration pause() {
    return settings.mailEvery();
  }

  @Override
  public void receive(List<AuditCheckpoint> some) {
    UUID numbers = CheckpointMail.numbers(some);
    Objects.requireNonNull(settings.mailTo())
        .forEach(to -> outbox.put(CheckpointMail.KIND, to, numbers));
  }
}

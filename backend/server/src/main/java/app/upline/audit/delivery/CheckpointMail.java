package app.upline.audit.delivery;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointDelivery;
import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes the message with checkpoints, when it leaves. It is always there: whichever server sends
 * mail writes what another one put down.
 */
@Singleton
final class CheckpointMail implements MailComposer {
  static final String KIND = "audit-checkpoint";

  private static final String TEXT =
      """
      Keep this message: it proves later what the audit trail of Upline was. It holds no personal data.

      %s

      To compare, put these long lines into a file, one checkpoint a line, and run `make verify-audit HEADS=file`.
      """;

  private final CheckpointDelivery delivery;

  CheckpointMail(CheckpointDelivery delivery) {
    this.delivery = delivery;
  }

  /** What a message is about: the first and the last number in it. */
  static UUID numbers(List<AuditCheckpoint> some) {
    return new UUID(some.getFirst().number(), some.getLast().number());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    UUID numbers = Objects.requireNonNull(queued.subjectId());
    long first = numbers.getMostSignificantBits();
    long last = numbers.getLeastSignificantBits();
    List<AuditCheckpoint> some = delivery.between(first, last);
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mail(
                "Audit checkpoints %d to %d".formatted(first, last),
                TEXT.formatted(
                    some.stream().map(AuditCheckpoint::jws).collect(Collectors.joining("\n\n")))));
  }
}

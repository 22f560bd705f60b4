package app.upline.platform.mail;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits to be composed and sent.
 *
 * @param kind which {@link MailComposer} writes it
 * @param subjectId what it is about, as the composer understands it
 * @param dueAt when to try (again); null when it was given up
 * @param claimId of the attempt that is at it
 */
@MappedEntity("outgoing_mail")
public record QueuedMail(
    @Id @BinaryId UUID id,
    String kind,
    String recipient,
    @BinaryId @Nullable UUID subjectId,
    Instant createdAt,
    @Nullable Instant dueAt,
    int attempts,
    @BinaryId @Nullable UUID claimId,
    @Nullable String lastFailure) {

  /** Keeps addresses out of logs. */
  @Override
  public String toString() {
    return "QueuedMail[%s, %s]".formatted(id, kind);
  }
}

package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a link that was mailed.
 *
 * @param subjectId an invitation, a user, or a change of address
 * @param usedFrom the address from which it was used
 */
@MappedEntity("email_link")
public record MailedLink(
    @Id String tokenSha256,
    Purpose purpose,
    @BinaryId UUID subjectId,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable String usedFrom) {

  /** What a link is for; one that is for one thing does nothing else. */
  public enum Purpose {
    INVITATION,
    PASSWORD_RESET,
    SIGN_IN,
    EMAIL_CHANGE
  }
}

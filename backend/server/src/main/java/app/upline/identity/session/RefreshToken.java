package app.upline.identity.session;

import app.upline.identity.Secret;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a refresh token: enough to recognize it, not to make it.
 *
 * @param usedAt when it was exchanged; later it comes from a thief, or from whom a thief has robbed
 * @param successorSalt makes, with the token itself, the next one
 */
@MappedEntity("refresh_token")
record RefreshToken(
    @Id @MappedProperty("token_sha256") String tokenSha256,
    @BinaryId UUID sessionId,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant usedAt,
    String successorSalt) {

  /**
   * For so long a token that comes again was sent by the same browser: by two tabs at once, or
   * again because the answer was lost.
   */
  private static final Duration REPEATED = Duration.ofSeconds(10);

  /** One that is new. */
  static RefreshToken of(Secret secret, UUID sessionId, Instant now, Instant expiresAt) {
    return new RefreshToken(
        secret.sha256(), sessionId, now, expiresAt, null, Secret.random().value());
  }

  /**
   * The one that follows it: always the same, so that who repeats a request gets no other chain.
   */
  Secret successorOf(Secret secret) {
    return secret.with(new Secret(successorSalt));
  }

  /** Whether, having been used, it may come again. */
  boolean mayBeRepeatedAt(Instant now) {
    // Unused when it was read, it was used by another request since.
    return usedAt == null || now.isBefore(usedAt.plus(REPEATED));
  }
}

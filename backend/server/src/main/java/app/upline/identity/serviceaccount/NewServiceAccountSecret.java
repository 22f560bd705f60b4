package app.upline.identity.serviceaccount;

import java.time.Instant;
import java.util.UUID;

/**
 * A secret that was made for a service account.
 *
 * @param account as of now
 * @param secret shown this once
 */
public record NewServiceAccountSecret(
    ServiceAccount account, UUID credentialId, String secret, Instant expiresAt) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "NewServiceAccountSecret[%s]".formatted(credentialId);
  }
}

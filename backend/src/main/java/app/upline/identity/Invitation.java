package app.upline.identity;

import app.upline.audit.Digest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to join an organisation.
 *
 * @param version grows with every change
 * @param expiresAt until when it can be accepted
 */
public record Invitation(
    UUID id,
    OrganisationKind kind,
    UUID organisationId,
    String email,
    String name,
    Set<Role> roles,
    int version,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt) {

  /** What has become of it. */
  public enum Status {
    PENDING,
    ACCEPTED,
    REVOKED,
    EXPIRED
  }

  /** What has become of it by this instant. */
  public Status statusAt(Instant now) {
    if (acceptedAt != null) {
      return Status.ACCEPTED;
    }
    if (revokedAt != null) {
      return Status.REVOKED;
    }
    return now.isBefore(expiresAt) ? Status.PENDING : Status.EXPIRED;
  }

  String digest() {
    return Digest.of(id, email, name, roles.stream().sorted().toList(), acceptedAt, revokedAt);
  }
}

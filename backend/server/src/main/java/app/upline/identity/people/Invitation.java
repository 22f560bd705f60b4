package app.upline.identity.people;

import app.upline.audit.Digest;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.identity.RoleSet;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to join an organization.
 *
 * @param version grows with every change
 * @param expiresAt until when it can be accepted
 * @param invitedBy null for the first administrator of an organization
 */
@MappedEntity("invitation")
public record Invitation(
    @Id @BinaryId UUID id,
    @MappedProperty("organization_kind") OrganizationKind kind,
    @BinaryId UUID organizationId,
    String email,
    String name,
    @RoleSet Set<Role> roles,
    int version,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt,
    @BinaryId @Nullable UUID invitedBy) {

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

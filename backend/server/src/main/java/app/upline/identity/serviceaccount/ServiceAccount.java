package app.upline.identity.serviceaccount;

import app.upline.audit.Digest;
import app.upline.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine of an organization, as its administrators see it.
 *
 * @param credentials those that are live
 * @param version grows with every change
 * @param lastUsedAt to the minute
 */
public record ServiceAccount(
    UUID id,
    String name,
    Role role,
    Set<String> scopes,
    boolean active,
    int version,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    List<Credential> credentials) {

  /** Whether it can get tokens. */
  public enum Status {
    ACTIVE,
    EXPIRED,
    REVOKED
  }

  /** How it stands at this instant. */
  public Status statusAt(Instant now) {
    if (!active) {
      return Status.REVOKED;
    }
    return expiresAt.isAfter(now) ? Status.ACTIVE : Status.EXPIRED;
  }

  /**
   * A secret or a key.
   *
   * @param hint by which people tell it from the other one
   */
  public record Credential(
      UUID id,
      Kind kind,
      String hint,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    /** How a machine shows who it is. */
    public enum Kind {
      SECRET,
      PUBLIC_KEY
    }
  }

  ServiceAccount with(List<Credential> live) {
    return new ServiceAccount(
        id, name, role, scopes, active, version, createdAt, expiresAt, lastUsedAt, live);
  }

  String digest() {
    return Digest.of(
        id,
        name,
        role,
        scopes.stream().sorted().toList(),
        active,
        expiresAt,
        credentials.stream().map(Credential::id).toList());
  }
}

package app.upline.identity;

import app.upline.audit.Digest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asked for, and a second one decides.
 *
 * @param userId whose roles; null where it is about none
 * @param seen the version of that account when it was asked for
 * @param roles those it is to have
 * @param version grows with every change
 */
public record RoleChange(
    UUID id,
    Kind kind,
    @Nullable UUID userId,
    @Nullable String userName,
    @Nullable Integer seen,
    Set<Role> roles,
    UUID askedBy,
    String askerName,
    Instant askedAt,
    Instant expiresAt,
    State state,
    @Nullable String deciderName,
    @Nullable Instant decidedAt,
    int version) {

  /** What is asked for. */
  public enum Kind {
    /** Other roles for somebody. */
    ROLES,
    /** That no second administrator is needed any more. */
    APPROVAL_OFF
  }

  /** What has become of it. */
  public enum State {
    WAITING,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
  }

  /** What has become of it by this instant. */
  public State stateAt(Instant now) {
    return state == State.WAITING && kind == Kind.ROLES && !now.isBefore(expiresAt)
        ? State.EXPIRED
        : state;
  }

  String digest() {
    return Digest.of(id, kind, userId, roles.stream().sorted().toList(), askedBy, state);
  }
}

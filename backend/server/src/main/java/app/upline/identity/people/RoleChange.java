package app.upline.identity.people;

import app.upline.audit.Digest;
import app.upline.identity.Role;
import app.upline.identity.RoleSet;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asked for, and a second one decides.
 *
 * @param userId whose roles; null where it is about none
 * @param userVersion the version of that account when it was asked for
 * @param roles those it is to have
 * @param version grows with every change
 */
@MappedEntity("role_change")
public record RoleChange(
    @Id @BinaryId UUID id,
    Kind kind,
    @BinaryId @Nullable UUID userId,
    @Nullable String userName,
    @Nullable Integer userVersion,
    @RoleSet Set<Role> roles,
    @BinaryId UUID requestedBy,
    String askerName,
    Instant requestedAt,
    Instant expiresAt,
    State state,
    @Nullable String deciderName,
    @Nullable Instant decidedAt,
    int version) {

  /** What is asked for. */
  public enum Kind {
    /** Other roles for a person. */
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
    return Digest.of(id, kind, userId, roles.stream().sorted().toList(), requestedBy, state);
  }
}

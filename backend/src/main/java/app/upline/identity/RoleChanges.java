package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an organization lets no administrator do alone: give themselves another role, or anybody one
 * that attests, sees beneficiaries or administrates. One asks, another one decides.
 */
@Singleton
public class RoleChanges {
  static final Duration LIFE = Duration.ofDays(7);

  private static final String SECOND =
      "A second administrator decides on this; you can only take it back.";

  private final RoleChangeRows rows;
  private final UserRows users;
  private final RoleGrants grants;
  private final OrganisationSecurity security;
  private final Notices notices;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  RoleChanges(
      RoleChangeRows rows,
      UserRows users,
      RoleGrants grants,
      OrganisationSecurity security,
      Notices notices,
      AuditTrail audit,
      Database database,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.users = users;
    this.grants = grants;
    this.security = security;
    this.notices = notices;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Everything that was asked for in the caller's organization, the newest first. */
  public Page<RoleChange> list(CurrentUser caller, PageRequest request) {
    return database.reading(() -> rows.page(caller, request));
  }

  /** One of them. */
  public Optional<RoleChange> find(CurrentUser caller, UUID id) {
    return database.reading(() -> rows.find(caller, id));
  }

  /** Whether these roles beyond those somebody has are given by two only. */
  boolean needsApproval(CurrentUser caller, UUID userId, Set<Role> beyond) {
    return !beyond.isEmpty()
        && (caller.id().equals(userId) || beyond.stream().anyMatch(Role::isSensitive))
        && security.of(caller).roleChangesApproved();
  }

  /** Asks for roles, in the transaction at hand; empty when something about them waits already. */
  Optional<RoleChange> ask(CurrentUser caller, User user, Set<Role> roles) {
    Instant now = now();
    boolean waiting =
        rows.findWaiting(caller, RoleChange.Kind.ROLES, user.id())
            .filter(change -> change.stateAt(now) == RoleChange.State.WAITING)
            .isPresent();
    return waiting
        ? Optional.empty()
        : Optional.of(save(caller, RoleChange.Kind.ROLES, user.id(), user.version(), roles));
  }

  /**
   * Asks that no second administrator be needed any more; done at once where there is none, and
   * when nobody has refused for a week: an organization is never stuck.
   *
   * @return empty when it is done
   */
  Optional<RoleChange> askApprovalOff(CurrentUser caller) {
    Instant now = now();
    Optional<RoleChange> waiting = rows.findWaiting(caller, RoleChange.Kind.APPROVAL_OFF, null);
    if (users.lockAdministrators(caller).size() < 2
        || waiting.filter(change -> !now.isBefore(change.expiresAt())).isPresent()) {
      waiting.ifPresent(
          change -> rows.decide(change.id(), RoleChange.State.APPROVED, caller.id(), now));
      return Optional.empty();
    }
    return Optional.of(
        waiting.orElseGet(() -> save(caller, RoleChange.Kind.APPROVAL_OFF, null, null, Set.of())));
  }

  private RoleChange save(
      CurrentUser caller,
      RoleChange.Kind kind,
      @Nullable UUID userId,
      @Nullable Integer seen,
      Set<Role> roles) {
    Instant now = now();
    RoleChange change =
        new RoleChange(
            ids.next(),
            kind,
            userId,
            null,
            seen,
            roles,
            caller.id(),
            caller.name(),
            now,
            now.plus(LIFE),
            RoleChange.State.WAITING,
            null,
            null,
            1);
    rows.insert(caller, change);
    audit.changed("role-change", change.id(), null, null, change.digest());
    notices.tellAdministrators(
        Notice.ROLE_CHANGE_WAITS, caller.kind(), caller.organisationId(), Optional.of(caller.id()));
    return rows.find(caller, change.id()).orElseThrow();
  }

  /** Does what a colleague asked for. */
  public RoleChangeOutcome approve(CurrentUser caller, UUID id, IntConsumer seen) {
    return database.writing(
        () -> {
          Set<UUID> administrators = users.lockAdministrators(caller);
          Optional<RoleChange> found = rows.lock(caller, id);
          if (found.isEmpty()) {
            return new RoleChangeOutcome.NotFound();
          }
          RoleChange change = found.get();
          seen.accept(change.version());
          Optional<String> obstacle = obstacle(caller, change, administrators);
          if (obstacle.isPresent()) {
            return new RoleChangeOutcome.WrongState(obstacle.get());
          }
          if (change.kind() == RoleChange.Kind.APPROVAL_OFF) {
            security.endApproval(caller);
          } else {
            grants.replace(
                caller, users.find(caller, change.userId()).orElseThrow(), change.roles());
          }
          return decided(caller, change, RoleChange.State.APPROVED);
        });
  }

  private Optional<String> obstacle(
      CurrentUser caller, RoleChange change, Set<UUID> administrators) {
    if (change.stateAt(now()) != RoleChange.State.WAITING) {
      return Optional.of("This was decided, taken back, or has waited too long.");
    }
    if (change.askedBy().equals(caller.id())) {
      return Optional.of(SECOND);
    }
    if (change.userId() == null) {
      return Optional.empty();
    }
    boolean changed =
        users
            .find(caller, change.userId())
            .filter(user -> user.active() && Integer.valueOf(user.version()).equals(change.seen()))
            .isEmpty();
    if (changed) {
      return Optional.of("The account was changed meanwhile: refuse this, and ask anew.");
    }
    boolean last =
        administrators.contains(change.userId())
            && administrators.size() <= 2
            && change.roles().stream().noneMatch(Role::isAdministrator);
    return last
        ? Optional.of("Two administrators are needed as long as a second one approves changes.")
        : Optional.empty();
  }

  /** Refuses what a colleague asked for, or takes back what the caller did. */
  public RoleChangeOutcome refuse(CurrentUser caller, UUID id, IntConsumer seen) {
    return database.writing(
        () -> {
          Optional<RoleChange> found = rows.lock(caller, id);
          if (found.isEmpty()) {
            return new RoleChangeOutcome.NotFound();
          }
          RoleChange change = found.get();
          seen.accept(change.version());
          if (change.stateAt(now()) != RoleChange.State.WAITING) {
            return new RoleChangeOutcome.WrongState("This does not wait any more.");
          }
          boolean own = change.askedBy().equals(caller.id());
          return decided(
              caller, change, own ? RoleChange.State.WITHDRAWN : RoleChange.State.REFUSED);
        });
  }

  private RoleChangeOutcome decided(CurrentUser caller, RoleChange change, RoleChange.State state) {
    rows.decide(change.id(), state, caller.id(), now());
    RoleChange after = rows.find(caller, change.id()).orElseThrow();
    audit.changed("role-change", change.id(), null, change.digest(), after.digest());
    if (!change.askedBy().equals(caller.id())) {
      notices.tell(Notice.ROLE_CHANGE_DECIDED, change.askedBy());
    }
    return new RoleChangeOutcome.Saved(after);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

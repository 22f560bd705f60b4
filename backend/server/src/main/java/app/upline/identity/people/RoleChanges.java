package app.upline.identity.people;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.Role;
import app.upline.identity.User;
import app.upline.identity.UserRows;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
  private final OrganizationSecurity security;
  private final Notices notices;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  RoleChanges(
      RoleChangeRows rows,
      UserRows users,
      RoleGrants grants,
      OrganizationSecurity security,
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
  public Page<RoleChange> list(
      CurrentUser caller,
      RoleChange.@Nullable State state,
      Direction direction,
      PageRequest request) {
    Instant now = clock.instant();
    return database.reading(() -> rows.page(caller, state, direction, request, now));
  }

  /** One of them. */
  public Optional<RoleChange> find(CurrentUser caller, UUID id) {
    return database.reading(() -> rows.find(caller, id));
  }

  /** What the caller may decide on: asked for by a colleague, and waiting; the oldest first. */
  public List<RoleChange> waitingFor(CurrentUser caller, int limit) {
    return database.reading(() -> rows.waitingFor(caller, now(), limit));
  }

  /** Whether giving these further roles takes two administrators. */
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
   * when no administrator has refused for a week: an organization is never stuck.
   *
   * @return empty when it is done
   */
  Optional<RoleChange> askApprovalOff(CurrentUser caller) {
    Instant now = now();
    Optional<RoleChange> waiting = rows.findWaiting(caller, RoleChange.Kind.APPROVAL_OFF, null);
    if (users.lockAdministrators(caller).size() < 2
        || waiting.filter(change -> !now.isBefore(change.expiresAt())).isPresent()) {
      waiting.ifPresent(
          change ->
              rows.decide(
                  caller.organizationId(),
                  change.id(),
                  RoleChange.State.APPROVED,
                  caller.id(),
                  now));
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
    RoleChangeRow row =
        new RoleChangeRow(
            ids.next(),
            caller.organizationId(),
            kind,
            userId,
            seen,
            roles,
            caller.id(),
            now,
            now.plus(LIFE),
            RoleChange.State.WAITING,
            1);
    rows.save(row);
    RoleChange change = rows.find(caller, row.id()).orElseThrow();
    audit.changed("role-change", change.id(), null, null, change.digest());
    notices.tellAdministrators(
        Notice.ROLE_CHANGE_WAITS, caller.kind(), caller.organizationId(), Optional.of(caller.id()));
    return change;
  }

  /** Does what a colleague asked for. */
  public Outcome<RoleChange> approve(CurrentUser caller, UUID id, ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Set<UUID> administrators = users.lockAdministrators(caller);
          return locked(caller, id, expected, change -> approved(caller, change, administrators));
        });
  }

  private Outcome<RoleChange> approved(
      CurrentUser caller, RoleChange change, Set<UUID> administrators) {
    Optional<String> obstacle = obstacle(caller, change, administrators);
    if (obstacle.isPresent()) {
      return Outcome.wrongState(obstacle.get());
    }
    if (change.kind() == RoleChange.Kind.APPROVAL_OFF) {
      security.endApproval(caller);
    } else {
      grants.replace(caller, users.find(caller, change.userId()).orElseThrow(), change.roles());
    }
    return decided(caller, change, RoleChange.State.APPROVED);
  }

  private Outcome<RoleChange> locked(
      CurrentUser caller,
      UUID id,
      ExpectedVersion expected,
      Function<RoleChange, Outcome<RoleChange>> step) {
    return rows.lock(caller, id)
        .map(change -> expected.ifCurrent(change.version(), () -> step.apply(change)))
        .orElseGet(() -> Outcome.notFound("role change"));
  }

  private Optional<String> obstacle(
      CurrentUser caller, RoleChange change, Set<UUID> administrators) {
    if (change.stateAt(now()) != RoleChange.State.WAITING) {
      return Optional.of("This request has been decided, was withdrawn, or has expired.");
    }
    if (change.requestedBy().equals(caller.id())) {
      return Optional.of(SECOND);
    }
    if (!administrators.contains(change.requestedBy())) {
      return Optional.of(
          "The person who asked is no administrator any more: refuse this request and make a new one.");
    }
    if (change.userId() == null) {
      return Optional.empty();
    }
    boolean changed =
        users
            .find(caller, change.userId())
            .filter(
                user ->
                    user.active() && Integer.valueOf(user.version()).equals(change.userVersion()))
            .isEmpty();
    if (changed) {
      return Optional.of("The account has changed since: refuse this request and make a new one.");
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
  public Outcome<RoleChange> refuse(CurrentUser caller, UUID id, ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused, () -> locked(caller, id, expected, change -> refused(caller, change)));
  }

  private Outcome<RoleChange> refused(CurrentUser caller, RoleChange change) {
    if (change.stateAt(now()) != RoleChange.State.WAITING) {
      return Outcome.wrongState("This request is no longer pending.");
    }
    boolean own = change.requestedBy().equals(caller.id());
    return decided(caller, change, own ? RoleChange.State.WITHDRAWN : RoleChange.State.REFUSED);
  }

  private Outcome<RoleChange> decided(
      CurrentUser caller, RoleChange change, RoleChange.State state) {
    rows.decide(caller.organizationId(), change.id(), state, caller.id(), now());
    RoleChange after = rows.find(caller, change.id()).orElseThrow();
    audit.changed("role-change", change.id(), null, change.digest(), after.digest());
    if (!change.requestedBy().equals(caller.id())) {
      notices.tell(Notice.ROLE_CHANGE_DECIDED, change.requestedBy());
    }
    return Outcome.done(after);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

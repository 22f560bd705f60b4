package app.upline.identity.people;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.People;
import app.upline.identity.Role;
import app.upline.identity.Sessions;
import app.upline.identity.User;
import app.upline.identity.UserFilter;
import app.upline.identity.UserRows;
import app.upline.identity.caller.CallerAuthenticator;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.identity.session.ResetMail;
import app.upline.platform.listing.Direction;
import app.upline.platform.mail.Outbox;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What administrators do with the people of their own organization. Changes count from the person's
 * next request, since {@link CallerAuthenticator} looks every caller up.
 */
@Singleton
public class UserAdministration {
  private static final String LAST_ADMINISTRATOR =
      "This is the organization's last active administrator; first make another person an administrator.";

  private static final String LAST_BUT_ONE =
      "Two administrators are needed while a second one approves changes; first make another person an administrator.";
  private static final String WAITING_ALREADY =
      "A change of this person's roles waits for a second administrator already.";

  private final UserRows rows;
  private final RoleGrants grants;
  private final RoleChanges changes;
  private final OrganizationSecurity security;
  private final Notices notices;
  private final Sessions sessions;
  private final People people;
  private final SecondFactors factors;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  UserAdministration(
      UserRows rows,
      RoleGrants grants,
      RoleChanges changes,
      OrganizationSecurity security,
      Notices notices,
      Sessions sessions,
      People people,
      SecondFactors factors,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.grants = grants;
    this.changes = changes;
    this.security = security;
    this.notices = notices;
    this.sessions = sessions;
    this.people = people;
    this.factors = factors;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** The people of the caller's organization, in the order of their accounts. */
  public Page<User> list(
      CurrentUser caller, UserFilter filter, Direction direction, PageRequest request) {
    return database.reading(() -> rows.page(caller, filter, direction, request));
  }

  /** One of them. */
  public Optional<User> find(CurrentUser caller, UUID userId) {
    return database.reading(() -> rows.find(caller, userId));
  }

  /** Gives a person these roles instead of the ones before. */
  public Outcome<AppliedOrWaiting<User>> replaceRoles(
      CurrentUser caller, UUID userId, ExpectedVersion expected, List<Role> roles) {
    List<Fault> faults = faults(caller, roles);
    Set<Role> wanted = Set.copyOf(roles);
    boolean keepsAdministrator = wanted.stream().anyMatch(Role::isAdministrator);
    return change(
        caller,
        userId,
        expected,
        keepsAdministrator,
        user -> {
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          if (changes.needsApproval(caller, userId, RoleGrants.beyond(user.roles(), wanted))) {
            return changes
                .ask(caller, user, wanted)
                .<Outcome<AppliedOrWaiting<User>>>map(
                    waiting -> Outcome.done(new AppliedOrWaiting.Waiting<>(waiting)))
                .orElseGet(() -> Outcome.wrongState(WAITING_ALREADY));
          }
          return Outcome.done(new AppliedOrWaiting.Applied<>(grants.replace(caller, user, wanted)));
        });
  }

  /** Shuts a person out and ends all sessions. */
  public Outcome<User> disable(CurrentUser caller, UUID userId, ExpectedVersion expected) {
    return change(
        caller,
        userId,
        expected,
        false,
        user -> {
          if (!user.active()) {
            return Outcome.wrongState("The account is disabled already.");
          }
          rows.setActive(userId, false);
          sessions.endAllOf(userId, clock.instant());
          grants.stoppedWorking(caller.kind(), caller.organizationId(), userId);
          tell(caller, userId, Notice.ACCOUNT_DISABLED, Notice.COLLEAGUE_DISABLED);
          return saved(caller, user);
        });
  }

  /** Lets a person sign in again. */
  public Outcome<User> enable(CurrentUser caller, UUID userId, ExpectedVersion expected) {
    return change(
        caller,
        userId,
        expected,
        true,
        user -> {
          if (user.active()) {
            return Outcome.wrongState("The account is not disabled.");
          }
          rows.setActive(userId, true);
          tell(caller, userId, Notice.ACCOUNT_ENABLED, Notice.COLLEAGUE_ENABLED);
          return saved(caller, user);
        });
  }

  /**
   * Takes a second factor away that was lost, and ends all sessions. A password that is too short
   * to be the only factor goes, too, and a link to choose another is mailed.
   */
  public Outcome<User> removeSecondFactor(
      CurrentUser caller, UUID userId, ExpectedVersion expected) {
    return change(
        caller,
        userId,
        expected,
        true,
        user -> {
          if (!user.secondFactor()) {
            return Outcome.wrongState("This person uses no second factor.");
          }
          factors.remove(userId);
          rows.touch(userId);
          tell(caller, userId, Notice.SECOND_FACTOR_REMOVED, Notice.COLLEAGUE_FACTOR_REMOVED);
          sessions.endAllOf(userId, clock.instant());
          if (people.clearShortPassword(userId) == 1) {
            outbox.put(ResetMail.KIND, user.email(), null);
          }
          return saved(caller, user);
        });
  }

  private <T> Outcome<T> change(
      CurrentUser caller,
      UUID userId,
      ExpectedVersion expected,
      boolean staysAdministrator,
      Function<User, Outcome<T>> step) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Set<UUID> administrators = rows.lockAdministrators(caller);
          Optional<User> found = rows.lock(caller, userId);
          if (found.isEmpty()) {
            return Outcome.notFound("user");
          }
          User user = found.get();
          boolean leaves = !staysAdministrator && administrators.contains(userId);
          return expected.ifCurrent(
              user.version(),
              () ->
                  (leaves ? needed(caller, administrators) : Optional.<String>empty())
                      .map(Outcome::<T>wrongState)
                      .orElseGet(() -> step.apply(user)));
        });
  }

  /** Why no administrator can be spared. */
  private Optional<String> needed(CurrentUser caller, Set<UUID> administrators) {
    return switch (administrators.size()) {
      case 1 -> Optional.of(LAST_ADMINISTRATOR);
      case 2 ->
          security.of(caller).roleChangesApproved() ? Optional.of(LAST_BUT_ONE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void tell(CurrentUser caller, UUID userId, Notice own, Notice colleague) {
    notices.tell(own, userId);
    notices.tellAdministrators(
        colleague, caller.kind(), caller.organizationId(), Optional.of(userId));
  }

  private Outcome<User> saved(CurrentUser caller, User before) {
    User now = rows.find(caller, before.id()).orElseThrow();
    audit.changed("user", now.id(), null, before.digest(), now.digest());
    return Outcome.done(now);
  }

  /** What is wrong with roles for a person of the caller's organization. */
  static List<Fault> faults(CurrentUser caller, List<Role> roles) {
    if (roles.isEmpty()) {
      return List.of(new Fault("/roles", "REQUIRED", "Give at least one role."));
    }
    if (roles.stream().noneMatch(Role::standsAlone)) {
      return List.of(
          new Fault(
              "/roles",
              "ROLE_NOT_ALONE",
              "A privacy officer has another role besides: give that, too."));
    }
    return IntStream.range(0, roles.size())
        .filter(i -> roles.get(i).side() != caller.kind())
        .mapToObj(
            i ->
                new Fault(
                    "/roles/" + i,
                    "ROLE_OF_OTHER_SIDE",
                    "Choose a role of your own side: %s is not one.".formatted(roles.get(i))))
        .toList();
  }
}

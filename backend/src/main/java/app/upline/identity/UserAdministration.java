package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.platform.mail.Outbox;
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
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What administrators do with the people of their own organisation. Changes count from the next
 * request of whoever is concerned, since {@link Doorkeeper} looks everybody up.
 */
@Singleton
public class UserAdministration {
  private static final String LAST_ADMINISTRATOR =
      "This is the last active administrator of the organisation; make somebody else one first.";

  private static final String LAST_BUT_ONE =
      "Two administrators are needed as long as a second one approves changes; make somebody else one first.";
  private static final String WAITING_ALREADY =
      "A change of this person's roles waits for a second administrator already.";

  private final UserRows rows;
  private final RoleGrants grants;
  private final RoleChanges changes;
  private final OrganisationSecurity security;
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
      OrganisationSecurity security,
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

  /** The people of the caller's organisation, in the order of their accounts. */
  public Page<User> list(CurrentUser caller, PageRequest request) {
    return database.reading(() -> rows.page(caller, request));
  }

  /** One of them. */
  public Optional<User> find(CurrentUser caller, UUID userId) {
    return database.reading(() -> rows.find(caller, userId));
  }

  /**
   * Gives a person these roles instead of the ones before.
   *
   * @param seen is told the version at hand, and throws when it is not the one the caller saw
   */
  public UserOutcome replaceRoles(
      CurrentUser caller, UUID userId, IntConsumer seen, List<Role> roles) {
    List<Fault> faults = faults(caller, roles);
    Set<Role> wanted = Set.copyOf(roles);
    boolean keepsAdministrator = wanted.stream().anyMatch(Role::isAdministrator);
    return change(
        caller,
        userId,
        seen,
        keepsAdministrator,
        user -> {
          if (!faults.isEmpty()) {
            return new UserOutcome.Refused(faults);
          }
          if (changes.needsApproval(caller, userId, RoleGrants.beyond(user.roles(), wanted))) {
            return changes
                .ask(caller, user, wanted)
                .<UserOutcome>map(UserOutcome.Waiting::new)
                .orElseGet(() -> new UserOutcome.WrongState(WAITING_ALREADY));
          }
          return new UserOutcome.Saved(grants.replace(caller, user, wanted));
        });
  }

  /** Shuts a person out and ends all sessions. */
  public UserOutcome disable(CurrentUser caller, UUID userId, IntConsumer seen) {
    return change(
        caller,
        userId,
        seen,
        false,
        user -> {
          if (!user.active()) {
            return new UserOutcome.WrongState("The account is disabled already.");
          }
          rows.setActive(userId, false);
          sessions.endAllOf(userId, clock.instant());
          tell(caller, userId, Notice.ACCOUNT_DISABLED, Notice.COLLEAGUE_DISABLED);
          return saved(caller, user);
        });
  }

  /** Lets a person sign in again. */
  public UserOutcome enable(CurrentUser caller, UUID userId, IntConsumer seen) {
    return change(
        caller,
        userId,
        seen,
        true,
        user -> {
          if (user.active()) {
            return new UserOutcome.WrongState("The account is not disabled.");
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
  public UserOutcome removeSecondFactor(CurrentUser caller, UUID userId, IntConsumer seen) {
    return change(
        caller,
        userId,
        seen,
        true,
        user -> {
          if (!user.secondFactor()) {
            return new UserOutcome.WrongState("This person uses no second factor.");
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

  private UserOutcome change(
      CurrentUser caller,
      UUID userId,
      IntConsumer seen,
      boolean staysAdministrator,
      Function<User, UserOutcome> step) {
    return database.writing(
        () -> {
          Set<UUID> administrators = rows.lockAdministrators(caller);
          Optional<User> found = rows.find(caller, userId);
          if (found.isEmpty()) {
            return new UserOutcome.NotFound();
          }
          seen.accept(found.get().version());
          if (!staysAdministrator && administrators.contains(userId)) {
            if (administrators.size() == 1) {
              return new UserOutcome.WrongState(LAST_ADMINISTRATOR);
            }
            if (administrators.size() == 2 && security.of(caller).roleChangesApproved()) {
              return new UserOutcome.WrongState(LAST_BUT_ONE);
            }
          }
          return step.apply(found.get());
        });
  }

  private void tell(CurrentUser caller, UUID userId, Notice own, Notice colleague) {
    notices.tell(own, userId);
    notices.tellAdministrators(
        colleague, caller.kind(), caller.organisationId(), Optional.of(userId));
  }

  private UserOutcome saved(CurrentUser caller, User before) {
    User now = rows.find(caller, before.id()).orElseThrow();
    audit.changed("user", now.id(), null, before.digest(), now.digest());
    return new UserOutcome.Saved(now);
  }

  /** What is wrong with roles for somebody of the caller's organisation. */
  static List<Fault> faults(CurrentUser caller, List<Role> roles) {
    if (roles.isEmpty()) {
      return List.of(new Fault("/roles", "REQUIRED", "Give at least one role."));
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

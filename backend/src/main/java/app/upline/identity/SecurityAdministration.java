package app.upline.identity;

import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Changes what an organization asks of its people, and of its administrators. */
@Singleton
public class SecurityAdministration {
  private static final String USE_ONE_YOURSELF =
      "Use a second factor yourself before you require it of others.";
  private static final String NO_SECOND =
      "There is no second administrator who could approve; make somebody else one first.";

  private final OrganisationSecurity security;
  private final SecondFactors factors;
  private final RoleChanges changes;
  private final UserRows users;
  private final Notices notices;
  private final Database database;

  SecurityAdministration(
      OrganisationSecurity security,
      SecondFactors factors,
      RoleChanges changes,
      UserRows users,
      Notices notices,
      Database database) {
    this.security = security;
    this.factors = factors;
    this.changes = changes;
    this.users = users;
    this.notices = notices;
    this.database = database;
  }

  /**
   * Asks for a second factor of everybody, and for a second administrator, or no longer.
   *
   * @param approval null to leave it as it is
   */
  public SecurityOutcome replace(
      CurrentUser caller, boolean secondFactor, @Nullable Boolean approval, IntConsumer seen) {
    return database.writing(
        () -> {
          SecuritySettings before = security.lock(caller);
          seen.accept(before.version());
          if (secondFactor && !factors.isInUse(caller.id())) {
            return new SecurityOutcome.WrongState(USE_ONE_YOURSELF);
          }
          boolean approved = approval == null ? before.roleChangesApproved() : approval;
          boolean on = approved && !before.roleChangesApproved();
          boolean off = !approved && before.roleChangesApproved();
          if (on && users.lockAdministrators(caller).size() < 2) {
            return new SecurityOutcome.WrongState(NO_SECOND);
          }
          Optional<RoleChange> waiting = off ? changes.askApprovalOff(caller) : Optional.empty();
          SecuritySettings after =
              new SecuritySettings(
                  secondFactor, approved || waiting.isPresent(), before.version() + 1);
          security.save(caller, before, after);
          notices.tellAdministrators(Notice.SECURITY_SETTINGS_CHANGED, caller);
          return waiting.isPresent()
              ? new SecurityOutcome.Waiting(waiting.get())
              : new SecurityOutcome.Saved(after);
        });
  }
}

package app.upline.identity.people;

import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.SecuritySettings;
import app.upline.identity.UserRows;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes what an organization asks of its people, and of its administrators. */
@Singleton
public class SecurityAdministration {
  private static final String USE_ONE_YOURSELF =
      "Use a second factor yourself before you require it of others.";
  private static final String NO_SECOND =
      "No second administrator can approve this; first make another person an administrator.";

  private final OrganizationSecurity security;
  private final SecondFactors factors;
  private final RoleChanges changes;
  private final UserRows users;
  private final Notices notices;
  private final Database database;

  SecurityAdministration(
      OrganizationSecurity security,
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
  public Outcome<AppliedOrWaiting<SecuritySettings>> replace(
      CurrentUser caller,
      boolean secondFactor,
      @Nullable Boolean approval,
      ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          SecuritySettings before = security.lock(caller);
          return expected.ifCurrent(
              before.version(), () -> replaced(caller, secondFactor, approval, before));
        });
  }

  private Outcome<AppliedOrWaiting<SecuritySettings>> replaced(
      CurrentUser caller,
      boolean secondFactor,
      @Nullable Boolean approval,
      SecuritySettings before) {
    if (secondFactor && !factors.isInUse(caller.id())) {
      return Outcome.wrongState(USE_ONE_YOURSELF);
    }
    boolean approved = approval == null ? before.roleChangesApproved() : approval;
    boolean on = approved && !before.roleChangesApproved();
    boolean off = !approved && before.roleChangesApproved();
    if (on && users.lockAdministrators(caller).size() < 2) {
      return Outcome.wrongState(NO_SECOND);
    }
    Optional<RoleChange> waiting = off ? changes.askApprovalOff(caller) : Optional.empty();
    SecuritySettings after =
        new SecuritySettings(secondFactor, approved || waiting.isPresent(), before.version() + 1);
    security.save(caller, before, after);
    notices.tellAdministrators(Notice.SECURITY_SETTINGS_CHANGED, caller);
    return Outcome.done(
        waiting.isPresent()
            ? new AppliedOrWaiting.Waiting<>(waiting.get())
            : new AppliedOrWaiting.Applied<>(after));
  }
}

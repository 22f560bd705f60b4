package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps what each organization asks of its people. */
@Singleton
public class OrganizationSecurity {
  private final AuditTrail audit;
  private final Database database;
  private final OrganizationSecurityRows rows;

  OrganizationSecurity(AuditTrail audit, Database database, OrganizationSecurityRows rows) {
    this.rows = rows;
    this.audit = audit;
    this.database = database;
  }

  /** What the caller's organization asks. */
  public SecuritySettings of(CurrentUser caller) {
    return database.reading(() -> find(caller.organizationId()));
  }

  /** Whether sensitive roles are given by two administrators only. */
  public boolean roleChangesApproved(UUID organizationId) {
    return find(organizationId).roleChangesApproved();
  }

  /** The same, held until the transaction at hand ends. */
  public SecuritySettings lock(CurrentUser caller) {
    return rows.lock(caller.organizationId())
        .map(OrganizationSecurityRow::settings)
        .orElse(SecuritySettings.DEFAULT);
  }

  /** No second administrator is needed any more, in the transaction at hand. */
  public void endApproval(CurrentUser caller) {
    SecuritySettings before = lock(caller);
    save(
        caller,
        before,
        new SecuritySettings(before.secondFactorRequired(), false, before.version() + 1));
  }

  public void save(CurrentUser caller, SecuritySettings before, SecuritySettings after) {
    save(caller.organizationId(), before, after);
  }

  /**
   * Sets what an organization asks when it comes in, in the name of the operator.
   *
   * @param roleChangesApproved its administrators are two at least
   */
  public void begin(UUID organizationId, boolean roleChangesApproved) {
    database.writing(
        () -> {
          save(
              organizationId,
              SecuritySettings.DEFAULT,
              new SecuritySettings(false, roleChangesApproved, 1));
          return null;
        });
  }

  private SecuritySettings find(UUID organizationId) {
    return rows.findByOrganizationId(organizationId)
        .map(OrganizationSecurityRow::settings)
        .orElse(SecuritySettings.DEFAULT);
  }

  /** Of two who are the first, the database takes one, and the other comes again. */
  private void save(UUID organizationId, SecuritySettings before, SecuritySettings after) {
    int changed =
        rows.change(
            organizationId,
            before.version(),
            after.secondFactorRequired(),
            after.roleChangesApproved(),
            after.version());
    if (changed == 0) {
      rows.save(OrganizationSecurityRow.of(organizationId, after));
    }
    audit.changed(
        "security-settings",
        organizationId,
        null,
        Digest.of(before.secondFactorRequired(), before.roleChangesApproved()),
        Digest.of(after.secondFactorRequired(), after.roleChangesApproved()));
  }
}

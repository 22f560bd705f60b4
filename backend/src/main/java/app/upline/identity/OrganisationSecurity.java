package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps what each organisation asks of its people. */
@Singleton
public class OrganisationSecurity {
  private final AuditTrail audit;
  private final Database database;

  OrganisationSecurity(AuditTrail audit, Database database) {
    this.audit = audit;
    this.database = database;
  }

  /** What the caller's organisation asks. */
  public SecuritySettings of(CurrentUser caller) {
    return database.reading(() -> find(caller.organisationId(), ""));
  }

  /** Whether sensitive roles are given by two administrators only. */
  boolean roleChangesApproved(UUID organisationId) {
    return find(organisationId, "").roleChangesApproved();
  }

  /** The same, held until the transaction at hand ends. */
  SecuritySettings lock(CurrentUser caller) {
    return find(caller.organisationId(), "for update");
  }

  /** No second administrator is needed any more, in the transaction at hand. */
  void endApproval(CurrentUser caller) {
    SecuritySettings before = lock(caller);
    save(
        caller,
        before,
        new SecuritySettings(before.secondFactorRequired(), false, before.version() + 1));
  }

  void save(CurrentUser caller, SecuritySettings before, SecuritySettings after) {
    save(caller.organisationId(), before, after);
  }

  /**
   * Sets what an organization asks when it comes in, in the name of the operator.
   *
   * @param roleChangesApproved its administrators are two at least
   */
  public void begin(UUID organisationId, boolean roleChangesApproved) {
    database.writing(
        () -> {
          save(
              organisationId,
              SecuritySettings.DEFAULT,
              new SecuritySettings(false, roleChangesApproved, 1));
          return null;
        });
  }

  private SecuritySettings find(UUID organisationId, String lock) {
    return database
        .first(
            Sql.of(
                    """
                    select second_factor_required, role_changes_approved, version
                      from organisation_security
                     where organisation_id = ?""",
                    organisationId)
                .add(lock),
            row -> new SecuritySettings(row.getBoolean(1), row.getBoolean(2), row.getInt(3)))
        .orElse(SecuritySettings.DEFAULT);
  }

  /** Of two who are the first, the database takes one, and the other comes again. */
  private void save(UUID organisationId, SecuritySettings before, SecuritySettings after) {
    int changed =
        database.update(
            Sql.of(
                """
                update organisation_security
                   set second_factor_required = ?, role_changes_approved = ?, version = ?
                 where organisation_id = ?
                   and version = ?""",
                after.secondFactorRequired(),
                after.roleChangesApproved(),
                after.version(),
                organisationId,
                before.version()));
    if (changed == 0) {
      database.update(
          Sql.of(
              """
              insert into organisation_security
                (organisation_id, second_factor_required, role_changes_approved, version)
              values (?, ?, ?, ?)""",
              organisationId,
              after.secondFactorRequired(),
              after.roleChangesApproved(),
              after.version()));
    }
    audit.changed(
        "security-settings",
        organisationId,
        null,
        Digest.of(before.secondFactorRequired(), before.roleChangesApproved()),
        Digest.of(after.secondFactorRequired(), after.roleChangesApproved()));
  }
}

package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Keeps what each organisation asks of its people when they sign in. */
@Singleton
public class OrganisationSecurity {
  private final SecondFactors factors;
  private final AuditTrail audit;
  private final Database database;

  OrganisationSecurity(SecondFactors factors, AuditTrail audit, Database database) {
    this.factors = factors;
    this.audit = audit;
    this.database = database;
  }

  /** What the caller's organisation asks. */
  public SecuritySettings of(CurrentUser caller) {
    return database.reading(() -> find(caller, ""));
  }

  /**
   * Asks for a second factor of everybody, or no longer.
   *
   * @return empty when the caller uses none: nobody shuts themselves out
   */
  public Optional<SecuritySettings> require(
      CurrentUser caller, boolean secondFactor, IntConsumer seen) {
    return database.writing(
        () -> {
          SecuritySettings before = find(caller, "for update");
          seen.accept(before.version());
          if (secondFactor && !factors.isInUse(caller.id())) {
            return Optional.empty();
          }
          SecuritySettings after = new SecuritySettings(secondFactor, before.version() + 1);
          save(caller, after);
          return Optional.of(after);
        });
  }

  private SecuritySettings find(CurrentUser caller, String lock) {
    return database
        .first(
            Sql.of(
                    """
                    select second_factor_required, version
                      from organisation_security
                     where organisation_id = ?""",
                    caller.organisationId())
                .add(lock),
            row -> new SecuritySettings(row.getBoolean(1), row.getInt(2)))
        .orElse(SecuritySettings.DEFAULT);
  }

  /** Of two who are the first, the database takes one, and the other comes again. */
  private void save(CurrentUser caller, SecuritySettings settings) {
    database.update(
        settings.version() == SecuritySettings.DEFAULT.version() + 1
            ? Sql.of(
                """
                insert into organisation_security (organisation_id, second_factor_required, version)
                values (?, ?, ?)""",
                caller.organisationId(),
                settings.secondFactorRequired(),
                settings.version())
            : Sql.of(
                """
                update organisation_security
                   set second_factor_required = ?, version = ?
                 where organisation_id = ?""",
                settings.secondFactorRequired(),
                settings.version(),
                caller.organisationId()));
    audit.changed(
        "security-settings",
        caller.organisationId(),
        null,
        Digest.of(!settings.secondFactorRequired()),
        Digest.of(settings.secondFactorRequired()));
  }
}

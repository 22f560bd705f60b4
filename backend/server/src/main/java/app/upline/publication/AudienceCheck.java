package app.upline.publication;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checks for which agencies a carrier publishes something. */
@Singleton
final class AudienceCheck {

  private final Database database;

  AudienceCheck(Database database) {
    this.database = database;
  }

  /** The fault of agencies that the caller's carrier has no contract with. */
  Optional<Fault> fault(CurrentUser user, Audience audience) {
    Set<UUID> unknown = new HashSet<>(audience.agencyIds());
    if (!unknown.isEmpty()) {
      database
          .query(
              Sql.of(
                      "select agency_id from agency_contract where carrier_id = ? and in_force",
                      user.carrierId())
                  .addIn("and agency_id in", unknown),
              row -> uuid(row, "agency_id"))
          .forEach(unknown::remove);
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "/audience/agencyIds",
                "UNKNOWN_AGENCY",
                "Choose agencies that the carrier has a contract with."));
  }
}

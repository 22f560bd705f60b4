package app.upline.beneficiary;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.submission.HeldByCarrier;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Which incidents a caller sees: an agency's people their agency's, a carrier's people those that
 * it holds.
 */
@Singleton
final class IncidentVisibility {

  private final Database database;

  IncidentVisibility(Database database) {
    this.database = database;
  }

  /**
   * An incident in sight.
   *
   * @param disclosed whether a carrier was ever told of it
   */
  record Seen(UUID id, UUID agencyId, boolean disclosed) {}

  Optional<Seen> find(CurrentUser user, UUID incidentId) {
    return database.first(
        statement(user, incidentId),
        row -> new Seen(incidentId, uuid(row, "agency_id"), row.getBoolean("disclosed")));
  }

  /** The same, and others who would change its block wait until the transaction ends. */
  Optional<Seen> lock(CurrentUser user, UUID incidentId) {
    return database.first(
        statement(user, incidentId).add("for update"),
        row -> new Seen(incidentId, uuid(row, "agency_id"), row.getBoolean("disclosed")));
  }

  private static Sql statement(CurrentUser user, UUID incidentId) {
    return switch (user.kind()) {
      case AGENCY ->
          Sql.of(
              "select agency_id, first_submitted_at is not null as disclosed from incident where id = ? and agency_id = ?",
              incidentId,
              user.agencyId());
      case CARRIER ->
          Sql.of(
              """
              select d.agency_id, true as disclosed from incident_disclosure d
              where d.carrier_id = ? and d.incident_id = ? and %s
              """
                  .formatted(HeldByCarrier.now("d")),
              user.carrierId(),
              incidentId);
    };
  }
}

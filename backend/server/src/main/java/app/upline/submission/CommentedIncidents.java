package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Which incidents people may talk about. Called inside a transaction. */
@Singleton
final class CommentedIncidents {

  private static final String HELD =
      """
      select r.agency_id, r.reference
      from incident_disclosure d join incident r on r.id = d.incident_id
      where d.carrier_id = ? and d.incident_id = ? and %s
      """
          .formatted(HeldByCarrier.now("d"));

  private final Database database;

  CommentedIncidents(Database database) {
    this.database = database;
  }

  /** An incident that a carrier holds now. */
  record Held(UUID agencyId, String reference) {}

  Optional<Held> heldBy(UUID carrierId, UUID incidentId) {
    return database.first(
        Sql.of(HELD, carrierId, incidentId),
        row -> new Held(uuid(row, "agency_id"), row.getString("reference")));
  }

  /** An agency's own, and what a carrier was ever told of. */
  boolean isInSightOf(CurrentUser user, UUID incidentId) {
    Sql sql =
        switch (user.kind()) {
          case AGENCY ->
              Sql.of(
                  "select 1 from incident r where r.id = ? and r.agency_id = ?",
                  incidentId,
                  user.agencyId());
          case CARRIER ->
              Sql.of(
                  "select 1 from incident_disclosure d where d.carrier_id = ? and d.incident_id = ? limit 1",
                  user.carrierId(),
                  incidentId);
        };
    return database.first(sql, row -> row.getInt(1)).isPresent();
  }
}

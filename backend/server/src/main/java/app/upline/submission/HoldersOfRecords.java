package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.HoldingCarriers;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells the rooms of the records, which do not know this one, who holds one of theirs. */
@Singleton
final class HoldersOfRecords implements HoldingCarriers {

  private static final String INCIDENT =
      """
      select d.carrier_id, v.content_sha256
      from incident_disclosure d
      join incident_revision v on v.incident_id = d.incident_id and v.revision = d.incident_revision
      where d.incident_id = ? and d.agency_id = ? and %s
      """
          .formatted(HeldByCarrier.now("d"));

  private static final String RELATIONSHIP =
      """
      select d.carrier_id, v.content_sha256
      from disclosure d
      join relationship_revision v on v.relationship_id = d.relationship_id and v.revision = d.relationship_revision
      where d.relationship_id = ? and d.agency_id = ? and %s
      """
          .formatted(HeldByCarrier.now("d"));

  private final Database database;

  HoldersOfRecords(Database database) {
    this.database = database;
  }

  @Override
  public Map<UUID, String> ofIncident(UUID agencyId, UUID incidentId) {
    return holders(Sql.of(INCIDENT, incidentId, agencyId));
  }

  @Override
  public Map<UUID, String> ofRelationship(UUID agencyId, UUID relationshipId) {
    return holders(Sql.of(RELATIONSHIP, relationshipId, agencyId));
  }

  private Map<UUID, String> holders(Sql sql) {
    Map<UUID, String> holders = new HashMap<>();
    database.query(
        sql, row -> holders.put(uuid(row, "carrier_id"), row.getString("content_sha256")));
    return holders;
  }
}

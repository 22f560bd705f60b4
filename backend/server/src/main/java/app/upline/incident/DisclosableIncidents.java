package app.upline.incident;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the rooms that disclose incidents need of them. Called inside a transaction. */
@Singleton
public final class DisclosableIncidents {

  private final Database database;
  private final RecordContent<IncidentDetails> content;

  DisclosableIncidents(Database database, RecordContent<IncidentDetails> content) {
    this.database = database;
    this.content = content;
  }

  /**
   * An incident that a carrier has just received for the first time.
   *
   * @param late whether that was after its period's due time
   */
  public record FirstSubmission(UUID incidentId, boolean late) {}

  /** Those of the ids, at most a thousand, that are the agency's and concern this carrier. */
  public Set<UUID> known(CurrentUser user, UUID carrierId, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            database.query(
                Sql.of(
                        "select r.id from incident r where r.agency_id = ? and r.carrier_id = ?",
                        user.agencyId(),
                        carrierId)
                    .addIn("and r.id in", ids),
                row -> uuid(row, "id")));
  }

  /** Keeps when incidents were first submitted, and whether in time; what is kept already stays. */
  public void submitted(UUID agencyId, Instant at, List<FirstSubmission> incidents) {
    database.batch(
        """
        update incident set first_submitted_at = ?, late = ?, version = version + 1
        where id = ? and agency_id = ? and first_submitted_at is null
        """,
        incidents.stream().map(i -> List.of(at, i.late(), i.incidentId(), agencyId)).toList());
    List<UUID> late =
        incidents.stream().filter(FirstSubmission::late).map(FirstSubmission::incidentId).toList();
    // The facet follows the column, which an earlier submission may have set.
    database.batch(
        """
        insert ignore into incident_facet (agency_id, facet, incident_id)
        select r.agency_id, ?, r.id from incident r where r.id = ? and r.agency_id = ? and r.late
        """,
        late.stream().map(id -> List.of(IncidentFacets.LATE, id, agencyId)).toList());
  }

  /**
   * Forgets that incidents were submitted: every submission of them was withdrawn before anybody
   * had looked at it.
   */
  public void takenBack(UUID agencyId, Collection<UUID> ids) {
    database.batch(
        """
        update incident set first_submitted_at = null, late = null, version = version + 1
        where id = ? and agency_id = ? and first_submitted_at is not null
        """,
        ids.stream().map(id -> List.of(id, agencyId)).toList());
    IncidentFacets.INDEX.write(
        database,
        ids.stream()
            .map(
                id ->
                    new FacetIndex.Change(
                        agencyId, id, Set.of(IncidentFacets.LATE), Set.<String>of()))
            .toList());
  }

  /**
   * An incident in the revision that a row holds, in the columns {@code incident_id, agency_id,
   * reference, incident_revision, created_at, revised_at, content}.
   */
  public Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        uuid(row, "incident_id"),
        uuid(row, "agency_id"),
        row.getString("reference"),
        row.getInt("incident_revision"),
        instant(row, "created_at"),
        instant(row, "revised_at"),
        content.read(row));
  }

  /** The content of a revision, from its stored text. */
  public IncidentDetails details(String text) {
    return content.read(text);
  }
}

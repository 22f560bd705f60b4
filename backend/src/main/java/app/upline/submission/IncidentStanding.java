package app.upline.submission;

import app.upline.incident.IncidentFacets;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * When an incident was first disclosed, and whether that was late: derived here and kept with the
 * agency's incident. An incident whose only disclosure is taken back before the review counts as
 * never disclosed, so the next one decides whether it is late; nobody keeps a deadline by
 * submitting something and taking it back. The withdrawn submission itself stays on record.
 */
@Singleton
final class IncidentStanding {

  private static final String FIRST =
      """
      update incident h
      join submission_incident i on i.incident_id = h.id
      set h.first_submitted_at = ?, h.late = i.late, h.version = h.version + 1
      where i.submission_id = ? and i.revision = ? and h.first_submitted_at is null
      """;

  private static final String FIND_LATE =
      """
      insert ignore into incident_facet (agency_id, facet, incident_id)
      select ?, ?, i.incident_id from submission_incident i
      where i.submission_id = ? and i.revision = ? and i.late
      """;

  private static final String NEVER =
      """
      update incident h
      join submission_incident i on i.incident_id = h.id
      set h.first_submitted_at = null, h.late = null, h.version = h.version + 1
      where i.submission_id = ? and i.revision = ? and not exists (
        select 1 from incident_disclosure d
        where d.incident_id = h.id and d.carrier_id = ? and not d.withdrawn)
      """;

  private static final String FORGET_LATE =
      """
      delete f from submission_incident i
      join incident h on h.id = i.incident_id and h.first_submitted_at is null
      join incident_facet f on f.agency_id = h.agency_id and f.incident_id = h.id and f.facet = ?
      where i.submission_id = ? and i.revision = ?
      """;

  private final Database database;

  IncidentStanding(Database database) {
    this.database = database;
  }

  void disclosed(Submission s, Instant at) {
    database.update(Sql.of(FIRST, at, s.id(), s.revision()));
    database.update(
        Sql.of(FIND_LATE, s.agency().id(), IncidentFacets.LATE, s.id(), s.revision()));
  }

  void takenBack(Submission s) {
    database.update(Sql.of(NEVER, s.id(), s.revision(), s.carrier().id()));
    database.update(Sql.of(FORGET_LATE, IncidentFacets.LATE, s.id(), s.revision()));
  }
}

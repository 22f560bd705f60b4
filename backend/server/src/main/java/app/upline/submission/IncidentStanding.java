package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.incident.DisclosableIncidents;
import app.upline.incident.DisclosableIncidents.FirstSubmission;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * When an incident was first disclosed, and whether that was late. One whose only disclosure is
 * taken back before the review counts as never disclosed, so the next one decides whether it is
 * late: no agency keeps a deadline by submitting something and taking it back. The withdrawn
 * submission itself, and that the carrier held it for a while, stay on record.
 */
@Singleton
final class IncidentStanding {

  private static final String FIRST =
      """
      select i.incident_id, i.late from submission_incident i
      join incident h on h.id = i.incident_id and h.first_submitted_at is null
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String NEVER =
      """
      select i.incident_id from submission_incident i
      where i.submission_id = ? and i.revision = ? and not exists (
        select 1 from incident_disclosure d
        where d.incident_id = i.incident_id and d.carrier_id = ? and not d.withdrawn)
      """;

  private final Database database;
  private final DisclosableIncidents incidents;

  IncidentStanding(Database database, DisclosableIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  void disclosed(Submission s, Instant at) {
    incidents.submitted(
        s.agency().id(),
        at,
        database.query(
            Sql.of(FIRST, s.id(), s.revision()),
            row -> new FirstSubmission(uuid(row, "incident_id"), row.getBoolean("late"))));
  }

  void takenBack(Submission s) {
    incidents.takenBack(
        s.agency().id(),
        database.query(
            Sql.of(NEVER, s.id(), s.revision(), s.carrier().id()),
            row -> uuid(row, "incident_id")));
  }
}

package app.upline.incident;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.Change;
import app.upline.record.Origin;
import app.upline.record.RecordWriter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Writes revisions of incidents and what follows from them. Called inside a transaction that holds
 * the agency's lock, with details that the rules have passed.
 */
@Singleton
final class IncidentWriter {

  private final Database database;
  private final RecordWriter writer;
  private final RecordWriter.Shape<Incident, IncidentDetails> shape;
  private final Repeats repeats;

  IncidentWriter(
      Database database,
      RecordWriter writer,
      RecordWriter.Shape<Incident, IncidentDetails> shape,
      Repeats repeats) {
    this.database = database;
    this.writer = writer;
    this.shape = shape;
    this.repeats = repeats;
  }

  UUID newId() {
    return writer.newId();
  }

  /** Writes all, and answers them as they now are, in the same order. */
  List<Incident> write(
      CurrentUser user, Origin origin, List<Change<Incident, IncidentDetails>> changes) {
    List<Incident> written = writer.write(shape, user, origin, changes);
    markUndisclosed(written);
    repeats.recount(user.agencyId(), changes);
    return written;
  }

  /** Forgets that the carrier is owed one, after it was written. */
  void owedToNobody(Incident written) {
    database.update(
        Sql.of(
            "delete from undisclosed_incident where incident_id = ? and agency_id = ?",
            written.id(),
            written.agencyId()));
  }

  /** Before it is first disclosed the carrier concerned may still change. */
  private void markUndisclosed(List<Incident> written) {
    database.batch(
        "delete from undisclosed_incident where incident_id = ?",
        written.stream().map(incident -> List.of(incident.id())).toList());
    database.batch(
        "insert into undisclosed_incident (agency_id, carrier_id, incident_id) values (?, ?, ?)",
        written.stream().map(i -> List.of(i.agencyId(), i.details().carrierId(), i.id())).toList());
  }
}

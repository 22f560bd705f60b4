package app.upline.incident;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.record.RecordContent;
import app.upline.record.RecordRows;
import app.upline.record.Revision;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads incidents by what identifies them; every query names the agency. */
@Singleton
final class IncidentRows {

  /** What {@link #recorded} reads. */
  static final String COLUMNS =
      "r.id, r.agency_id, r.reference, r.revision, r.created_at, r.changed_at, r.version, r.repeated, r.first_submitted_at, r.late, v.content, v.content_sha256";

  private final RecordContent<IncidentDetails> content;
  private final RecordRows<RecordedIncident, Incident> rows;

  IncidentRows(Database database, RecordContent<IncidentDetails> content) {
    this.content = content;
    this.rows =
        new RecordRows<>(
            database, IncidentTableMapping.TABLES, COLUMNS, this::recorded, this::incident);
  }

  Optional<RecordedIncident> find(UUID agencyId, UUID id) {
    return rows.find(agencyId, id);
  }

  /** Newest first; empty when there is no such incident. */
  Optional<Page<Revision<Incident>>> revisions(UUID agencyId, UUID id, PageRequest page) {
    return rows.revisions(agencyId, id, page);
  }

  Optional<Revision<Incident>> revision(UUID agencyId, UUID id, int revision) {
    return rows.revision(agencyId, id, revision);
  }

  List<RecordedIncident> byReference(UUID agencyId, Collection<String> references) {
    return rows.byReference(agencyId, references);
  }

  List<RecordedIncident> byOwnReference(UUID agencyId, Collection<String> references) {
    return rows.byOwnReference(agencyId, references);
  }

  /** Those found under any of the facets, each once. */
  List<RecordedIncident> byFacet(UUID agencyId, Collection<String> facets) {
    return rows.byFacet(agencyId, IncidentFacets.INDEX, facets);
  }

  RecordedIncident recorded(ResultSet row) throws SQLException {
    return new RecordedIncident(
        incident(row),
        new IncidentDerivedState(
            row.getInt("version"),
            row.getBoolean("repeated"),
            instantOrNull(row, "first_submitted_at"),
            booleanOrNull(row, "late")));
  }

  private Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        uuid(row, "id"),
        uuid(row, "agency_id"),
        row.getString("reference"),
        row.getInt("revision"),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        content.read(row));
  }
}

package app.upline.disclosure;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.incident.DisclosableIncidents;
import app.upline.incident.Incident;
import app.upline.incident.IncidentForm;
import app.upline.platform.fields.Difference;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Each time an incident was disclosed, newest first, also what was taken back later. */
@Singleton
public final class IncidentHistory {

  private static final String COLUMNS =
      """
      i.incident_id, r.agency_id, r.reference, i.incident_revision, r.created_at, x.changed_at as revised_at,
        x.content, x.content_sha256, p.content as previous_content, p.content_sha256 as previous_sha256, i.change_type, i.amended, i.late, v.submitted_at as disclosed_at,
        v.submission_id, v.revision as submission_revision, s.reference as submission_reference, v.receipt_number,
        v.decision
      """;

  private static final KeyOrder DISCLOSURES =
      KeyOrder.of("submission_incident i", "submission_incident_by_incident")
          .with(
              """
              join submission_revision v
                on v.submission_id = i.submission_id and v.revision = i.revision and v.receipt_number is not null
              join submission s on s.id = i.submission_id
              join incident r on r.id = i.incident_id
              join incident_revision x on x.incident_id = i.incident_id and x.revision = i.incident_revision
              left join incident_revision p on p.incident_id = i.incident_id and p.revision = i.previous_revision
              """);

  private final Database database;
  private final DisclosableIncidents incidents;

  IncidentHistory(Database database, DisclosableIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  /**
   * A disclosure of the incident.
   *
   * @param differences against what the carrier had received before that submission
   */
  public record Entry(
      DisclosureEvent event, boolean amended, List<Difference> differences, Incident incident) {}

  /** By the caller's agency, or to the caller's carrier; empty when it is neither's. */
  public Page<Entry> page(CurrentUser user, UUID incidentId, PageRequest request) {
    Sql of =
        DISCLOSURES
            .select(COLUMNS)
            .add("where i.incident_id = ?", incidentId)
            .add(
                user.kind() == OrganizationKind.AGENCY
                    ? "and s.agency_id = ?"
                    : "and s.receiving_carrier_id = ?",
                user.organizationId());
    Sql sql = DisclosureEvent.newestFirst(of, request);
    return database.reading(
        () ->
            Page.of(
                database.query(sql, this::entry), request.limit(), entry -> entry.event().key()));
  }

  private Entry entry(ResultSet row) throws SQLException {
    Incident incident = incidents.incident(row);
    String previous = RecordContent.intact(row, "previous_content", "previous_sha256");
    return new Entry(
        DisclosureEvent.of(row),
        row.getBoolean("amended"),
        previous == null
            ? List.of()
            : IncidentForm.differences(incidents.details(previous), incident.details()),
        incident);
  }
}

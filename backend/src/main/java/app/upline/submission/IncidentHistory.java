package app.upline.submission;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.incident.DisclosableIncidents;
import app.upline.incident.Incident;
import app.upline.incident.IncidentForm;
import app.upline.platform.fields.Difference;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each time an incident was disclosed, newest first, also what was taken back later. */
@Singleton
public final class IncidentHistory {

  private static final String TOLD =
      """
      select i.incident_id, r.agency_id, r.reference, i.incident_revision, r.created_at, x.changed_at as revised_at,
        x.content, x.content_sha256, p.content as previous_content, p.content_sha256 as previous_sha256, i.change_type, i.amended, i.late, v.submitted_at as disclosed_at,
        v.submission_id, v.revision as submission_revision, s.reference as submission_reference, v.receipt_number,
        v.decision
      from submission_incident i force index (submission_incident_by_incident)
      straight_join submission_revision v
        on v.submission_id = i.submission_id and v.revision = i.revision and v.receipt_number is not null
      straight_join submission s on s.id = i.submission_id
      straight_join incident r on r.id = i.incident_id
      straight_join incident_revision x on x.incident_id = i.incident_id and x.revision = i.incident_revision
      left join incident_revision p on p.incident_id = i.incident_id and p.revision = i.previous_revision
      where i.incident_id = ?
      """;

  private final Database database;
  private final DisclosableIncidents incidents;

  IncidentHistory(Database database, DisclosableIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  /**
   * A disclosure of the incident.
   *
   * @param decision how that revision of the submission ended; null while it awaits review
   * @param differences against what the carrier had received before that submission
   */
  public record Told(
      UUID submissionId,
      String submissionReference,
      int submissionRevision,
      String receiptNumber,
      Instant disclosedAt,
      ChangeType changeType,
      boolean amended,
      @Nullable Boolean late,
      Decision.@Nullable Outcome decision,
      List<Difference> differences,
      Incident incident) {}

  /** By the caller's agency, or to the caller's carrier; empty when it is neither's. */
  public Page<Told> page(CurrentUser user, UUID incidentId, PageRequest request) {
    Sql sql =
        Sql.of(TOLD, incidentId)
            .add(
                user.kind() == OrganisationKind.AGENCY
                    ? "and s.agency_id = ?"
                    : "and s.received_by = ?",
                user.organisationId());
    if (!request.isFirst()) {
      Instant at = Instant.parse(request.after().getFirst());
      sql.add("and v.submitted_at < ?", at);
    }
    sql.add("order by v.submitted_at desc limit ?", request.limit() + 1);
    return database.reading(
        () ->
            Page.of(
                database.query(sql, this::told),
                request.limit(),
                told -> List.of(told.disclosedAt().toString())));
  }

  private Told told(ResultSet row) throws SQLException {
    Incident incident = incidents.incident(row);
    String previous = RecordContent.intact(row, "previous_content", "previous_sha256");
    String decision = row.getString("decision");
    return new Told(
        uuid(row, "submission_id"),
        row.getString("submission_reference"),
        row.getInt("submission_revision"),
        row.getString("receipt_number"),
        instant(row, "disclosed_at"),
        ChangeType.valueOf(row.getString("change_type")),
        row.getBoolean("amended"),
        booleanOrNull(row, "late"),
        decision == null ? null : Decision.Outcome.valueOf(decision),
        previous == null
            ? List.of()
            : IncidentForm.differences(incidents.details(previous), incident.details()),
        incident);
  }
}

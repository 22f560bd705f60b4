package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import app.upline.work.Urgency;
import app.upline.work.WorkItem;
import app.upline.work.WorkKind;
import app.upline.work.WorkPart;
import app.upline.work.WorkSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The submissions that wait: for the agency, returned or in draft; for the carrier, to review. */
@Singleton
final class SubmissionWork implements WorkSource {

  private static final Set<Role> REPORTING = Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER);
  private static final Set<Role> REVIEWING = Set.of(Role.CARRIER_ANALYST, Role.CARRIER_REVIEWER);

  private static final String OF_AGENCY =
      """
      select s.id, s.reference, s.kind, s.period, s.changed_at as since, s.carrier_id as other_id,
        (select c.name from carrier c where c.id = s.carrier_id) as other_name
      from submission s
      where s.agency_id = ? and s.status = ? order by s.id limit ?
      """;

  private static final String OF_CARRIER =
      """
      select s.id, s.reference, s.kind, s.period, s.submitted_at as since, s.agency_id as other_id,
        (select a.name from agency a where a.id = s.agency_id) as other_name
      from submission s
      where s.receiving_carrier_id = ? and s.status = ? order by s.submitted_at, s.id limit ?
      """;

  private static final String REMARKS_TO_AGENCY =
      """
      select k.submission_id, k.incident_id, k.written_at as since, k.carrier_id as other_id,
        coalesce((select s.reference from submission s where s.id = k.submission_id),
          (select r.reference from incident r where r.id = k.incident_id)) as reference,
        (select c.name from carrier c where c.id = k.carrier_id) as other_name
      from submission_comment k
      where k.agency_id = ? and k.waits_for = 'AGENCY' order by k.id limit ?
      """;

  private static final String ANSWERS_TO_CARRIER =
      """
      select k.submission_id, k.incident_id,
        (select e.written_at from comment_entry e where e.comment_id = k.id and e.version = k.version) as since,
        k.agency_id as other_id,
        coalesce((select s.reference from submission s where s.id = k.submission_id),
          (select r.reference from incident r where r.id = k.incident_id)) as reference,
        (select a.name from agency a where a.id = k.agency_id) as other_name
      from submission_comment k
      where k.carrier_id = ? and k.waits_for = 'CARRIER' order by k.id limit ?
      """;

  private final Database database;

  SubmissionWork(Database database) {
    this.database = database;
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    if (!Collections.disjoint(user.roles(), REPORTING)) {
      return List.of(
          part(
              user,
              OF_AGENCY,
              SubmissionStatus.RETURNED,
              WorkKind.RETURNED_SUBMISSION,
              Urgency.SOON,
              "%s of %s was returned by %s for correction."),
          part(
              user,
              OF_AGENCY,
              SubmissionStatus.DRAFT,
              WorkKind.DRAFT_SUBMISSION,
              Urgency.WAITING,
              "%s of %s to %s is a draft and not submitted."),
          remarks(
              user,
              REMARKS_TO_AGENCY,
              WorkKind.REMARK,
              Urgency.SOON,
              "A remark on %s by %s is to be answered."));
    }
    return Collections.disjoint(user.roles(), REVIEWING)
        ? List.of()
        : List.of(
            part(
                user,
                OF_CARRIER,
                SubmissionStatus.SUBMITTED,
                WorkKind.SUBMISSION_TO_REVIEW,
                Urgency.WAITING,
                "%s of %s from %s is to be reviewed."),
            remarks(
                user,
                ANSWERS_TO_CARRIER,
                WorkKind.ANSWERED_REMARK,
                Urgency.WAITING,
                "A remark on %s was answered by %s."));
  }

  private WorkPart part(
      CurrentUser user,
      String sql,
      SubmissionStatus status,
      WorkKind kind,
      Urgency urgency,
      String why) {
    return WorkPart.of(
        kind,
        database.query(
            Sql.of(sql, user.organizationId(), status, WorkPart.ASKED),
            row -> item(row, kind, urgency, why)));
  }

  private WorkPart remarks(
      CurrentUser user, String sql, WorkKind kind, Urgency urgency, String why) {
    return WorkPart.of(
        kind,
        database.query(
            Sql.of(sql, user.organizationId(), WorkPart.ASKED),
            row -> remark(row, kind, urgency, why)));
  }

  private static WorkItem remark(ResultSet row, WorkKind kind, Urgency urgency, String why)
      throws SQLException {
    String reference = row.getString("reference");
    String other = row.getString("other_name");
    UUID submission = uuidOrNull(row, "submission_id");
    return new WorkItem(
        kind,
        urgency,
        why.formatted(reference, other),
        submission == null
            ? Subject.of(SubjectKind.INCIDENT, uuid(row, "incident_id"), reference)
            : Subject.of(SubjectKind.SUBMISSION, submission, reference),
        new WorkItem.Organization(uuid(row, "other_id"), other),
        null,
        instant(row, "since"));
  }

  private static WorkItem item(ResultSet row, WorkKind kind, Urgency urgency, String why)
      throws SQLException {
    String reference = row.getString("reference");
    String other = row.getString("other_name");
    String period = row.getString("period");
    String what = SubmissionKind.valueOf(row.getString("kind")).plural();
    return new WorkItem(
        kind,
        urgency,
        why.formatted(reference, what, other),
        new Subject(
            SubjectKind.SUBMISSION,
            uuid(row, "id"),
            reference,
            period == null ? null : YearMonth.parse(period),
            null),
        new WorkItem.Organization(uuid(row, "other_id"), other),
        null,
        instant(row, "since"));
  }
}

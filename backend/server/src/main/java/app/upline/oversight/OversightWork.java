package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What findings and corrective action plans wait for: an answer, evidence, or a judgment of it. */
@Singleton
final class OversightWork implements WorkSource {

  private static final Set<Role> ANSWERING = Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER);
  private static final Set<Role> JUDGING = Set.of(Role.CARRIER_ANALYST, Role.CARRIER_REVIEWER);

  /** Of what the carrier still holds: agencies owe no more about what was voided. */
  private static final String FINDINGS =
      """
      select f.id, f.kind, f.incident_id, f.written_at, f.carrier_id,
        (select i.reference from incident i where i.id = f.incident_id) as reference,
        (select c.name from carrier c where c.id = f.carrier_id) as carrier
      from finding f
      where f.agency_id = ? and f.awaits_answer = true and not exists (
        select 1 from triage t
        where t.carrier_id = f.carrier_id and t.incident_id = f.incident_id and t.state = 'WITHDRAWN')
      order by f.id limit ?
      """;

  private static final String TO_ANSWER =
      """
      select p.id, p.reference, p.changed_at, p.agency_due as due, p.carrier_id as other_id,
        (select c.name from carrier c where c.id = p.carrier_id) as other_name,
        (select c.time_zone from carrier c where c.id = p.carrier_id) as time_zone,
        (select count(*) from corrective_action_item i where i.plan_id = p.id and i.state in ('OPEN', 'REJECTED')) as items
      from corrective_action_plan p
      where p.agency_id = ? and p.agency_due is not null order by p.agency_due, p.id limit ?
      """;

  private static final String TO_JUDGE =
      """
      select p.id, p.reference, p.changed_at, p.next_due as due, p.agency_id as other_id,
        (select a.name from agency a where a.id = p.agency_id) as other_name,
        (select c.time_zone from carrier c where c.id = p.carrier_id) as time_zone,
        (select count(*) from corrective_action_item i where i.plan_id = p.id and i.state = 'EVIDENCE_SUBMITTED') as items
      from corrective_action_plan p
      where p.carrier_id = ? and p.awaits_carrier = true order by p.next_due, p.id limit ?
      """;

  private final Database database;
  private final Clock clock;

  OversightWork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    if (!Collections.disjoint(user.roles(), ANSWERING)) {
      return List.of(
          WorkPart.of(
              WorkKind.FINDING,
              database.query(
                  Sql.of(FINDINGS, user.agencyId(), WorkPart.ASKED), OversightWork::finding)),
          WorkPart.of(
              WorkKind.CORRECTIVE_ACTION_PLAN,
              database.query(Sql.of(TO_ANSWER, user.agencyId(), WorkPart.ASKED), this::toAnswer)));
    }
    return Collections.disjoint(user.roles(), JUDGING)
        ? List.of()
        : List.of(
            WorkPart.of(
                WorkKind.PLAN_TO_VALIDATE,
                database.query(
                    Sql.of(TO_JUDGE, user.carrierId(), WorkPart.ASKED), OversightWork::toJudge)));
  }

  /** What was asked presses; a finding waits until the agency has said something to it. */
  private static WorkItem finding(ResultSet row) throws SQLException {
    boolean request = Finding.Kind.valueOf(row.getString("kind")) == Finding.Kind.REQUEST;
    String carrier = row.getString("carrier");
    String reference = row.getString("reference");
    return new WorkItem(
        WorkKind.FINDING,
        request ? Urgency.SOON : Urgency.WAITING,
        request
            ? "%s asks for more on %s.".formatted(carrier, reference)
            : "A finding of %s on %s is to be answered.".formatted(carrier, reference),
        new Subject(
            SubjectKind.FINDING, uuid(row, "id"), reference, null, uuid(row, "incident_id")),
        new WorkItem.Organization(uuid(row, "carrier_id"), carrier),
        null,
        instant(row, "written_at"));
  }

  private WorkItem toAnswer(ResultSet row) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone")));
    Urgency urgency = WorkItem.byDueDay(due, today);
    String why =
        "%s: %s for evidence, the first %s due on %s."
            .formatted(
                row.getString("reference"),
                counted(row.getInt("items")),
                urgency == Urgency.OVERDUE ? "was" : "is",
                due);
    return plan(row, WorkKind.CORRECTIVE_ACTION_PLAN, urgency, why, due);
  }

  private static WorkItem toJudge(ResultSet row) throws SQLException {
    int items = row.getInt("items");
    String why =
        items == 0
            ? "%s: all items are accepted, and it is to be validated and closed."
                .formatted(row.getString("reference"))
            : "%s: %s to be accepted or rejected."
                .formatted(
                    row.getString("reference"),
                    items == 1
                        ? "the evidence for 1 item is"
                        : "the evidence for %d items is".formatted(items));
    return plan(row, WorkKind.PLAN_TO_VALIDATE, Urgency.WAITING, why, null);
  }

  private static WorkItem plan(
      ResultSet row, WorkKind kind, Urgency urgency, String why, @Nullable LocalDate due)
      throws SQLException {
    return new WorkItem(
        kind,
        urgency,
        why,
        Subject.of(SubjectKind.CORRECTIVE_ACTION_PLAN, uuid(row, "id"), row.getString("reference")),
        new WorkItem.Organization(uuid(row, "other_id"), row.getString("other_name")),
        due,
        instant(row, "changed_at"));
  }

  private static String counted(int items) {
    return items == 1 ? "1 item waits" : "%d items wait".formatted(items);
  }
}

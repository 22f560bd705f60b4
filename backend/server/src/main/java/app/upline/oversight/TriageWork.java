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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that wait for the carrier: assigned to the caller, or not assigned yet. What a
 * colleague has is the colleague's, and what the agency was asked waits for the agency.
 */
@Singleton
final class TriageWork implements WorkSource {

  private static final Set<Role> TEAM = Set.of(Role.CARRIER_ANALYST, Role.CARRIER_REVIEWER);
  private static final int CRITICAL = 1;

  private static final String SELECT =
      """
      select t.incident_id, t.priority, t.received_at, t.answered_at, t.agency_id, t.assignee_id,
        (select i.reference from incident i where i.id = t.incident_id) as reference,
        (select a.name from agency a where a.id = t.agency_id) as agency
      from triage t
      where t.carrier_id = ?
      """;

  private final Database database;

  TriageWork(Database database) {
    this.database = database;
  }

  /** One of the queue, with what it takes to put it in order. */
  private record Waiting(int priority, WorkItem item) {}

  /** How some of the queue are asked for, and what is said of them. */
  private record Asked(WorkKind kind, boolean critical, boolean own, String why) {

    Urgency urgency() {
      return critical ? Urgency.CRITICAL : Urgency.WAITING;
    }
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    if (Collections.disjoint(user.roles(), TEAM)) {
      return List.of();
    }
    return List.of(
        part(
            WorkKind.CRITICAL_INCIDENT,
            user,
            new Asked(WorkKind.CRITICAL_INCIDENT, true, true, "%s of %s is critical and yours."),
            new Asked(
                WorkKind.CRITICAL_INCIDENT,
                true,
                false,
                "%s of %s is critical, and nobody has taken it.")),
        part(
            WorkKind.ASSIGNED_INCIDENT,
            user,
            new Asked(WorkKind.ASSIGNED_INCIDENT, false, true, "%s of %s was assigned to you.")),
        part(
            WorkKind.INCIDENT_TO_TRIAGE,
            user,
            new Asked(WorkKind.INCIDENT_TO_TRIAGE, false, false, "%s of %s waits in the queue.")),
        answered(user));
  }

  private WorkPart part(WorkKind kind, CurrentUser user, Asked... all) {
    List<Waiting> found = new ArrayList<>();
    for (Asked asked : all) {
      // A range of the key for each state: together they would have to be sorted.
      for (TriageState state : List.of(TriageState.NEW, TriageState.IN_REVIEW)) {
        found.addAll(
            database.query(
                statement(user, asked, state), row -> waiting(row, asked, "received_at")));
      }
    }
    return WorkPart.of(
        kind,
        found.stream()
            .sorted(
                Comparator.comparing(Waiting::priority)
                    .thenComparing(one -> one.item().since(), Comparator.naturalOrder()))
            .limit(WorkPart.ASKED)
            .map(Waiting::item)
            .toList());
  }

  private static Sql statement(CurrentUser user, Asked asked, TriageState state) {
    Sql sql = Sql.of(SELECT, user.carrierId());
    if (asked.own()) {
      sql.add("and t.assignee_id = ?", user.id());
    } else {
      sql.add("and t.assignee_id is null");
    }
    return sql.add("and t.state = ?", state)
        .add(asked.critical() ? "and t.priority = ?" : "and t.priority > ?", CRITICAL)
        .add("order by t.priority, t.received_at, t.incident_id limit ?", WorkPart.ASKED);
  }

  /** The agency has answered what it was asked, and the carrier has not gone on since. */
  private WorkPart answered(CurrentUser user) {
    Asked asked =
        new Asked(WorkKind.ANSWERED_REQUEST, false, false, "%s of %s was answered by the agency.");
    Sql sql =
        Sql.of(SELECT, user.carrierId())
            .add("and t.answered_at is not null and t.state <> 'WITHDRAWN'")
            .add("order by t.answered_at, t.incident_id limit ?", WorkPart.ASKED);
    List<WorkItem> items = database.query(sql, row -> waiting(row, asked, "answered_at").item());
    return WorkPart.of(WorkKind.ANSWERED_REQUEST, items);
  }

  private static Waiting waiting(ResultSet row, Asked asked, String since) throws SQLException {
    String reference = row.getString("reference");
    @Nullable String agency = row.getString("agency");
    return new Waiting(
        row.getInt("priority"),
        new WorkItem(
            asked.kind(),
            asked.urgency(),
            asked.why().formatted(reference, agency),
            Subject.of(SubjectKind.INCIDENT, uuid(row, "incident_id"), reference),
            new WorkItem.Organization(uuid(row, "agency_id"), agency),
            null,
            instant(row, since)));
  }
}

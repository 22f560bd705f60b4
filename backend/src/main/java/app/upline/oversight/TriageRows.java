package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.identity.CurrentUser;
import app.upline.incident.IncidentDetails;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The triage of a carrier: what it holds now, in the order in which it waits. */
@Singleton
final class TriageRows {

  private static final String SELECT =
      """
      select t.*, i.reference, a.name as agency, x.content, x.content_sha256
      from triage t force index (%s)
      straight_join incident_disclosure d on d.carrier_id = t.carrier_id and d.incident_id = t.incident_id
        and d.disclosed_to = '9999-12-31 00:00:00'
      straight_join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
      straight_join incident i on i.id = t.incident_id
      straight_join agency a on a.id = t.agency_id
      where t.carrier_id = ? and t.state <> 'WITHDRAWN'
      """;

  private static final String UPDATE =
      """
      update triage set state = ?, waiting = ?, assignee_id = ?, assignee_name = ?, conclusion = ?, conclusion_reason = ?,
        decided_by = ?, decided_at = ?, version = ?
      where carrier_id = ? and incident_id = ? and version = ?
      """;

  private static final String NOTE =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, message, acted_by, actor_name, acted_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final RecordContent<IncidentDetails> content;

  TriageRows(Database database, RecordContent<IncidentDetails> content) {
    this.database = database;
    this.content = content;
  }

  Optional<TriageItem> find(UUID carrierId, UUID incidentId) {
    return database.first(
        Sql.of(SELECT.formatted("primary"), carrierId).add("and t.incident_id = ?", incidentId),
        this::item);
  }

  /** Makes others who would take a step wait until the transaction ends. */
  void lock(UUID carrierId, UUID incidentId) {
    database.first(
        Sql.of(
            "select version from triage where carrier_id = ? and incident_id = ? for update",
            carrierId,
            incidentId),
        row -> row.getInt(1));
  }

  /** The statement of a page: for this class, and for the test that looks at its plan. */
  Sql statement(UUID carrierId, TriageFilter filter, PageRequest request) {
    Sql sql = Sql.of(SELECT.formatted(index(filter)), carrierId);
    if (filter.state() == null) {
      sql.add("and t.waiting = true");
    }
    sql.addIf(filter.state(), "and t.state = ?")
        .addIf(filter.assigneeId(), "and t.assignee_id = ?")
        .addIf(filter.agencyId(), "and t.agency_id = ?");
    if (!request.isFirst()) {
      int priority = Integer.parseInt(request.after().get(0));
      Instant at = Instant.parse(request.after().get(1));
      sql.add(
          "and t.priority >= ? and (t.priority > ? or t.received_at > ? or (t.received_at = ? and t.incident_id > ?))",
          priority,
          priority,
          at,
          at,
          request.after().get(2));
    }
    return sql.add(
        "order by t.priority, t.received_at, t.incident_id limit ?", request.limit() + 1);
  }

  Page<TriageItem> page(UUID carrierId, TriageFilter filter, PageRequest request) {
    return Page.of(
        database.query(statement(carrierId, filter, request), this::item),
        request.limit(),
        item ->
            List.of(
                Integer.toString(item.priority()),
                item.receivedAt().toString(),
                item.incidentId().toString()));
  }

  private static String index(TriageFilter filter) {
    if (filter.state() != null) {
      return "triage_by_state";
    }
    if (filter.assigneeId() != null) {
      return "triage_by_assignee";
    }
    return filter.agencyId() == null ? "triage_queue" : "triage_by_agency";
  }

  /** Writes the next state of an item that the transaction has locked, and the step to it. */
  void save(
      CurrentUser user, TriageItem item, TriageStep step, @Nullable String message, Instant at) {
    Conclusion conclusion = item.conclusion();
    int changed =
        database.update(
            Sql.of(
                UPDATE,
                item.state(),
                item.state().isWaiting(),
                item.assigneeId(),
                item.assigneeName(),
                conclusion == null ? null : conclusion.code(),
                conclusion == null ? null : conclusion.reason(),
                conclusion == null ? null : conclusion.by(),
                conclusion == null ? null : conclusion.at(),
                item.version(),
                user.carrierId(),
                item.incidentId(),
                item.version() - 1));
    if (changed != 1) {
      throw new IllegalStateException("The item changed although it was locked");
    }
    database.update(
        Sql.of(
            NOTE,
            user.carrierId(),
            item.incidentId(),
            item.version(),
            step,
            item.state(),
            message,
            user.id(),
            user.name(),
            at));
  }

  Page<TriageEvent> history(UUID carrierId, UUID incidentId, PageRequest request) {
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    List<TriageEvent> rows =
        database.query(
            Sql.of(
                """
                select version, action, state, message, actor_name, acted_at from triage_event
                where carrier_id = ? and incident_id = ? and version > ? order by version limit ?
                """,
                carrierId,
                incidentId,
                after,
                request.limit() + 1),
            row ->
                new TriageEvent(
                    row.getInt("version"),
                    row.getString("action"),
                    row.getString("state"),
                    row.getString("message"),
                    row.getString("actor_name"),
                    instant(row, "acted_at")));
    return Page.of(rows, request.limit(), event -> List.of(Integer.toString(event.version())));
  }

  private TriageItem item(ResultSet row) throws SQLException {
    IncidentDetails details = content.read(row);
    return new TriageItem(
        uuid(row, "incident_id"),
        row.getString("reference"),
        new Party(uuid(row, "agency_id"), row.getString("agency")),
        TriageState.valueOf(row.getString("state")),
        row.getInt("priority"),
        instant(row, "received_at"),
        instantOrNull(row, "followed_up_at"),
        row.getBoolean("repeated"),
        details.potentialHarm(),
        details.severity().name(),
        details.primaryCategory().name(),
        details.subject().name(),
        details.subject().npn(),
        uuidOrNull(row, "assignee_id"),
        row.getString("assignee_name"),
        conclusion(row),
        row.getInt("version"));
  }

  private static @Nullable Conclusion conclusion(ResultSet row) throws SQLException {
    String code = row.getString("conclusion");
    return code == null
        ? null
        : new Conclusion(
            Conclusion.Code.valueOf(code),
            row.getString("conclusion_reason"),
            row.getString("decided_by"),
            instant(row, "decided_at"));
  }
}

package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.agency.UplineSearch;
import app.upline.identity.CurrentUser;
import app.upline.incident.CategoryRule;
import app.upline.incident.IncidentDetails;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import app.upline.submission.HeldByCarrier;
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

  private static final String COLUMNS =
      "t.*, i.reference, a.name as agency, x.content, x.content_sha256";

  private static final String HELD =
      """
      %s
      join incident i on i.id = t.incident_id
      join agency a on a.id = t.agency_id
      """
          .formatted(HeldByCarrier.incident("t", null));

  private static final String OF_CARRIER = "where t.carrier_id = ? and t.state <> 'WITHDRAWN'";

  private static final KeyColumn RECEIVED_AT = KeyColumn.instant("t.received_at");

  private static final KeyColumn ID = KeyColumn.id("t.incident_id");

  private final Database database;
  private final KeyedList<TriageItem> list;
  private final TriageSteps steps;
  private final RecordContent<IncidentDetails> content;

  TriageRows(Database database, TriageSteps steps, RecordContent<IncidentDetails> content) {
    this.steps = steps;
    this.database = database;
    this.content = content;
    this.list = new KeyedList<>(database, COLUMNS, HELD, this::item);
  }

  Optional<TriageItem> find(UUID carrierId, UUID incidentId) {
    return database.first(
        Sql.of("select " + COLUMNS + " from triage t")
            .add(HELD)
            .add(OF_CARRIER + " and t.incident_id = ?", carrierId, incidentId),
        this::item);
  }

  /** Makes others who would take a step wait until the transaction ends. */
  void lock(UUID carrierId, UUID incidentId) {
    steps.lock(carrierId, incidentId);
  }

  Page<TriageItem> page(
      UUID carrierId, TriageFilter filter, ListOrder<TriageSort> order, PageRequest request) {
    return list.page(
        range(carrierId, filter, order.by()).in(order.direction()), filters(filter), request);
  }

  private static KeyRange range(UUID carrierId, TriageFilter filter, TriageSort sort) {
    // All that waits, or its complement, is where the keys begin.
    boolean open = filter.state() == null || filter.state().isWaiting();
    Sql condition = Sql.of("t.carrier_id = ? and t.is_open = ?", carrierId, open);
    return switch (sort) {
      case PRIORITY ->
          new KeyRange(
              KeyOrder.of("triage t", index(filter)),
              condition,
              List.of(KeyColumn.number("t.priority"), RECEIVED_AT, ID),
              Direction.ASCENDING);
      case RECEIVED_AT ->
          new KeyRange(
              KeyOrder.of("triage t", "triage_open_by_receipt"),
              condition,
              List.of(RECEIVED_AT, ID),
              Direction.ASCENDING);
    };
  }

  private static Sql filters(TriageFilter filter) {
    Sql sql =
        Sql.of("and t.state <> 'WITHDRAWN'")
            .addIf(filter.state(), "and t.state = ?")
            .addIf(filter.assigneeId(), "and t.assignee_id = ?")
            .addIf(filter.agencyId(), "and t.agency_id = ?")
            .addIf(filter.severity(), "and x.severity = ?")
            .addIf(filter.since(), "and t.received_at >= ?")
            .addIf(filter.until(), "and t.received_at < ?");
    UplineSearch.filter(sql, filter.upline(), "t.agency_id");
    return filter.category() == null ? sql : sql.add(CategoryRule.has(filter.category()));
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
        steps.move(
            user.carrierId(),
            item.incidentId(),
            item.version() - 1,
            item.version(),
            item.state(),
            item.state().isWaiting(),
            item.assigneeId(),
            item.assigneeName(),
            conclusion == null ? null : conclusion.code(),
            conclusion == null ? null : conclusion.reason(),
            conclusion == null ? null : conclusion.by(),
            conclusion == null ? null : conclusion.at());
    if (changed != 1) {
      throw new IllegalStateException("The item changed although it was locked");
    }
    steps.save(
        new TriageEventRow(
            user.carrierId(),
            item.incidentId(),
            item.version(),
            TriageAction.valueOf(step.name()),
            item.state(),
            message,
            user.id(),
            user.name(),
            at));
  }

  Page<TriageEvent> history(UUID carrierId, UUID incidentId, PageRequest request) {
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    Sql sql =
        Sql.of(
            """
            select * from triage_event
            where carrier_id = ? and incident_id = ? and version > ? order by version limit ?
            """,
            carrierId,
            incidentId,
            after,
            request.limit() + 1);
    List<TriageEvent> rows =
        database.query(sql, TriageEventRow.class).stream().map(TriageEventRow::event).toList();
    return Page.of(rows, request.limit(), event -> List.of(Integer.toString(event.version())));
  }

  private TriageItem item(ResultSet row) throws SQLException {
    IncidentDetails details = content.read(row);
    return new TriageItem(
        uuid(row, "incident_id"),
        row.getString("reference"),
        new OrganizationName(uuid(row, "agency_id"), row.getString("agency")),
        TriageState.valueOf(row.getString("state")),
        row.getInt("priority"),
        instant(row, "received_at"),
        instantOrNull(row, "followed_up_at"),
        row.getBoolean("repeated"),
        details.potentialHarm(),
        details.severity(),
        details.primaryCategory(),
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
            row.getString("decider_name"),
            instant(row, "decided_at"));
  }
}

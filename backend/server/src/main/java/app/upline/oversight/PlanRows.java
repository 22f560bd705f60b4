package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.UplineSearch;
import app.upline.assignment.AssignedTo;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.incident.Attachment;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of plans. A carrier's people see those it issued, an agency's those issued to it. */
@Singleton
final class PlanRows {

  /** The parties by subqueries: the few carriers that there are would be read before the plans. */
  private static final String COLUMNS =
      """
      p.*, (select a.name from agency a where a.id = p.agency_id) as agency,
        (select c.name from carrier c where c.id = p.carrier_id) as carrier,
        (select c.time_zone from carrier c where c.id = p.carrier_id) as time_zone
      """;

  private static final KeyColumn ID = KeyColumn.id("p.id");

  private final Database database;
  private final KeyedList<Head> list;
  private final Clock clock;

  PlanRows(Database database, Clock clock) {
    this.database = database;
    this.list = new KeyedList<>(database, COLUMNS, "", this::head);
    this.clock = clock;
  }

  /** A plan without its parts, and the day where its carrier is. */
  private record Head(Plan plan, LocalDate today) {}

  Optional<Plan> find(CurrentUser user, UUID planId) {
    List<Head> heads =
        database.query(
            Sql.of("select " + COLUMNS + "from corrective_action_plan p")
                .add("where p.id = ? and " + scope(user), planId, user.organizationId()),
            this::head);
    return whole(heads).stream().findFirst();
  }

  /** Those whose reference begins so. */
  List<Plan> ofReference(CurrentUser user, String beginning, int most) {
    return whole(
        database.query(
            Sql.of("select " + COLUMNS + "from corrective_action_plan p")
                .add("where " + scope(user), user.organizationId())
                .add("and p.reference like ? order by p.reference limit ?", beginning + "%", most),
            this::head));
  }

  /** Makes others who would take a step wait until the transaction ends. */
  void lock(CurrentUser user, UUID planId) {
    database.first(
        Sql.of(
            "select p.id from corrective_action_plan p where p.id = ? and "
                + scope(user)
                + " for update",
            planId,
            user.organizationId()),
        row -> row.getString(1));
  }

  Page<Plan> page(
      CurrentUser user, PlanFilter filter, ListOrder<PlanSort> order, PageRequest request) {
    Page<Head> page =
        list.page(
            range(user, filter, order.by()).in(order.direction()), filters(user, filter), request);
    Map<UUID, Plan> plans = new HashMap<>();
    whole(page.items()).forEach(plan -> plans.put(plan.id(), plan));
    Page<Plan> whole = page.map(head -> plans.get(head.plan().id()));
    return filter.overdue()
        ? new Page<>(whole.items().stream().filter(Plan::overdue).toList(), whole.next(), null)
        : whole;
  }

  private static KeyRange range(CurrentUser user, PlanFilter filter, PlanSort sort) {
    if (sort == PlanSort.NEXT_DUE) {
      return plans(user, "_due", "and p.next_due is not null", KeyColumn.text("p.next_due"), ID);
    }
    return filter.assigneeId() == null
        ? plans(user, index(user, filter), "", ID)
        : new AssignedTo(user.organizationId(), filter.assigneeId())
            .range("join corrective_action_plan p on p.id = w.subject_id");
  }

  private static KeyRange plans(CurrentUser user, String index, String further, KeyColumn... key) {
    String side = user.kind() == OrganizationKind.CARRIER ? "plan_by_carrier" : "plan_by_agency";
    return KeyRange.of(
        KeyOrder.of("corrective_action_plan p", side + index),
        List.of(key),
        scope(user) + " " + further,
        user.organizationId());
  }

  /**
   * What is overdue is what is so anywhere on earth; what is not yet where its carrier is falls out
   * when it is read, so that a page may hold a few less.
   */
  private Sql filters(CurrentUser user, PlanFilter filter) {
    Sql sql =
        Sql.of("and " + scope(user), user.organizationId())
            .addIf(filter.agencyId(), "and p.agency_id = ?")
            .addIf(filter.state(), "and p.state = ?")
            .addIf(filter.dueBefore(), "and p.next_due < ?");
    if (user.kind() == OrganizationKind.CARRIER) {
      UplineSearch.filter(sql, filter.upline(), "p.agency_id");
    }
    if (filter.overdue()) {
      sql.add("and p.next_due < ?", LocalDate.now(clock).plusDays(1));
    }
    return filter.assigneeId() == null
        ? sql
        : sql.add(new AssignedTo(user.organizationId(), filter.assigneeId()).filter("p.id"));
  }

  private static String index(CurrentUser user, PlanFilter filter) {
    if (filter.state() != null) {
      return "_state";
    }
    return filter.agencyId() != null && user.kind() == OrganizationKind.CARRIER ? "_agency" : "";
  }

  /** The condition, with one parameter, that keeps a caller among what is the caller's to see. */
  private static String scope(CurrentUser user) {
    return user.kind() == OrganizationKind.CARRIER ? "p.carrier_id = ?" : "p.agency_id = ?";
  }

  Page<PlanEvent> history(UUID planId, PageRequest request) {
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    Sql sql =
        Sql.of(
            """
            select * from corrective_action_plan_event
            where plan_id = ? and version > ? order by version limit ?
            """,
            planId,
            after,
            request.limit() + 1);
    List<PlanEvent> rows =
        database.query(sql, PlanEventRow.class).stream().map(PlanEventRow::event).toList();
    return Page.of(rows, request.limit(), event -> List.of(Integer.toString(event.version())));
  }

  private List<Plan> whole(List<Head> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = heads.stream().map(head -> head.plan().id()).toList();
    Map<UUID, List<Plan.Incident>> incidents = incidents(ids);
    Parts parts = new Parts(evidence(ids), files(ids));
    Map<UUID, List<PlanItem>> items = new HashMap<>();
    Map<UUID, Head> byId = new HashMap<>();
    heads.forEach(head -> byId.put(head.plan().id(), head));
    Sql sql =
        Sql.of("select * from corrective_action_item where 1 = 1")
            .addIn("and plan_id in", ids)
            .add("order by plan_id, seq");
    for (PlanItemRow row : database.query(sql, PlanItemRow.class)) {
      items
          .computeIfAbsent(row.planId(), id -> new ArrayList<>())
          .add(item(row, byId.get(row.planId()), parts));
    }
    return heads.stream()
        .map(Head::plan)
        .map(
            plan ->
                plan.with(
                    incidents.getOrDefault(plan.id(), List.of()),
                    items.getOrDefault(plan.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Plan.Incident>> incidents(List<UUID> plans) {
    Map<UUID, List<Plan.Incident>> incidents = new HashMap<>();
    database.query(
        Sql.of(
                "select l.plan_id, l.incident_id, i.reference from corrective_action_plan_incident l join incident i on i.id = l.incident_id where 1 = 1")
            .addIn("and l.plan_id in", plans)
            .add("order by l.plan_id, l.incident_id"),
        row ->
            incidents
                .computeIfAbsent(uuid(row, "plan_id"), id -> new ArrayList<>())
                .add(new Plan.Incident(uuid(row, "incident_id"), row.getString("reference"))));
    return incidents;
  }

  private Map<UUID, List<PlanItem.Evidence>> evidence(List<UUID> plans) {
    Sql sql =
        Sql.of("select * from corrective_action_evidence where 1 = 1")
            .addIn("and plan_id in", plans)
            .add("order by plan_id, item_id, id");
    return database.query(sql, PlanEvidenceRow.class).stream()
        .collect(
            Collectors.groupingBy(
                PlanEvidenceRow::itemId,
                Collectors.mapping(PlanEvidenceRow::evidence, Collectors.toList())));
  }

  /** What items of the plans at hand have, by item. */
  private record Parts(
      Map<UUID, List<PlanItem.Evidence>> evidence, Map<UUID, List<PlanItem.File>> files) {}

  private Map<UUID, List<PlanItem.File>> files(List<UUID> plans) {
    Map<UUID, List<PlanItem.File>> files = new HashMap<>();
    database.query(
        Sql.of(
                """
                select a.*, f.bytes, f.sha256 from corrective_action_attachment a
                join stored_file f on f.id = a.id where 1 = 1
                """)
            .addIn("and a.plan_id in", plans)
            .add("order by a.plan_id, a.item_id, a.id"),
        row -> {
          PlanFileRow file = database.entity(row, PlanFileRow.class);
          return files
              .computeIfAbsent(file.itemId(), id -> new ArrayList<>())
              .add(
                  new PlanItem.File(
                      new Attachment(
                          file.id(),
                          file.kind(),
                          file.note(),
                          file.mediaType(),
                          row.getLong("bytes"),
                          row.getString("sha256")),
                      file.adderName(),
                      file.addedAt()));
        });
    return files;
  }

  private static PlanItem item(PlanItemRow row, Head head, Parts parts) {
    boolean overdue =
        head.plan().state().isOpen()
            && row.state() != PlanItem.State.ACCEPTED
            && row.dueDate().isBefore(head.today());
    return new PlanItem(
        row.id(),
        row.title(),
        row.owner(),
        row.dueDate(),
        row.state(),
        overdue,
        row.rejectionReason(),
        parts.evidence().getOrDefault(row.id(), List.of()),
        parts.files().getOrDefault(row.id(), List.of()));
  }

  private Head head(ResultSet row) throws SQLException {
    PlanRow plan = database.entity(row, PlanRow.class);
    return new Head(
        plan.plan(row.getString("carrier"), row.getString("agency")),
        LocalDate.ofInstant(clock.instant(), ZoneId.of(row.getString("time_zone"))));
  }
}

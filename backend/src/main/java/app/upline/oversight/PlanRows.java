package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.incident.Attachment;
import app.upline.incident.AttachmentKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of plans. A carrier's people see those it issued, an agency's those issued to it. */
@Singleton
final class PlanRows {

  private static final String SELECT =
      """
      select p.*, c.name as carrier, a.name as agency, c.time_zone
      from corrective_action_plan p force index (%s)
      straight_join carrier c on c.id = p.carrier_id
      straight_join agency a on a.id = p.agency_id
      """;

  private final Database database;
  private final Clock clock;

  PlanRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A plan without its parts, and the day where its carrier is. */
  private record Head(Plan plan, LocalDate today, @Nullable LocalDate nextDue) {}

  Optional<Plan> find(CurrentUser user, UUID planId) {
    List<Head> heads =
        database.query(
            Sql.of(SELECT.formatted("primary"))
                .add("where p.id = ? and " + scope(user), planId, user.organisationId()),
            this::head);
    return whole(heads).stream().findFirst();
  }

  /** Makes others who would take a step wait until the transaction ends. */
  void lock(CurrentUser user, UUID planId) {
    database.first(
        Sql.of(
            "select p.id from corrective_action_plan p where p.id = ? and "
                + scope(user)
                + " for update",
            planId,
            user.organisationId()),
        row -> row.getString(1));
  }

  Page<Plan> page(CurrentUser user, PlanFilter filter, PageRequest request) {
    List<Head> heads = database.query(statement(user, filter, request), this::head);
    Page<Head> page = Page.of(heads, request.limit(), head -> key(head, filter));
    Map<UUID, Plan> plans = new HashMap<>();
    whole(page.items()).forEach(plan -> plans.put(plan.id(), plan));
    Page<Plan> whole = page.map(head -> plans.get(head.plan().id()));
    return filter.overdue()
        ? new Page<>(whole.items().stream().filter(Plan::overdue).toList(), whole.next(), null)
        : whole;
  }

  /** The statement of a page: for this class, and for the test that looks at its plan. */
  Sql statement(CurrentUser user, PlanFilter filter, PageRequest request) {
    Sql sql =
        Sql.of(SELECT.formatted(index(user, filter)))
            .add("where " + scope(user), user.organisationId())
            .addIf(filter.agencyId(), "and p.agency_id = ?");
    if (filter.overdue()) {
      return overdue(sql, request);
    }
    sql.addIf(filter.state(), "and p.state = ?");
    if (!request.isFirst()) {
      sql.add("and p.id < ?", request.after().getFirst());
    }
    return sql.add("order by p.id desc limit ?", request.limit() + 1);
  }

  /**
   * What is overdue anywhere on earth, by a key; what is not yet where its carrier is falls out
   * when it is read, so that a page may hold a few less.
   */
  private Sql overdue(Sql sql, PageRequest request) {
    sql.add("and p.next_due < ?", LocalDate.now(clock).plusDays(1));
    if (!request.isFirst()) {
      LocalDate due = LocalDate.parse(request.after().get(0));
      sql.add(
          "and p.next_due >= ? and (p.next_due > ? or p.id > ?)", due, due, request.after().get(1));
    }
    return sql.add("order by p.next_due, p.id limit ?", request.limit() + 1);
  }

  private static List<String> key(Head head, PlanFilter filter) {
    String id = head.plan().id().toString();
    return filter.overdue() ? List.of(String.valueOf(head.nextDue()), id) : List.of(id);
  }

  private static String index(CurrentUser user, PlanFilter filter) {
    String side = user.kind() == OrganisationKind.CARRIER ? "plan_by_carrier" : "plan_by_agency";
    if (filter.overdue()) {
      return side + "_due";
    }
    if (filter.state() != null) {
      return side + "_state";
    }
    return filter.agencyId() != null && user.kind() == OrganisationKind.CARRIER
        ? side + "_agency"
        : side;
  }

  /** The condition, with one parameter, that keeps a caller among what is the caller's to see. */
  private static String scope(CurrentUser user) {
    return user.kind() == OrganisationKind.CARRIER ? "p.carrier_id = ?" : "p.agency_id = ?";
  }

  Page<PlanEvent> history(UUID planId, PageRequest request) {
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    List<PlanEvent> rows =
        database.query(
            Sql.of(
                """
                select version, action, item_id, message, actor_name, acted_at from plan_event
                where plan_id = ? and version > ? order by version limit ?
                """,
                planId,
                after,
                request.limit() + 1),
            row ->
                new PlanEvent(
                    row.getInt("version"),
                    PlanStep.valueOf(row.getString("action")),
                    uuidOrNull(row, "item_id"),
                    row.getString("message"),
                    row.getString("actor_name"),
                    instant(row, "acted_at")));
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
    database.query(
        Sql.of("select * from plan_item where 1 = 1")
            .addIn("and plan_id in", ids)
            .add("order by plan_id, seq"),
        row -> {
          Head head = byId.get(uuid(row, "plan_id"));
          return items
              .computeIfAbsent(head.plan().id(), id -> new ArrayList<>())
              .add(item(row, head, parts));
        });
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
                "select l.plan_id, l.incident_id, i.reference from plan_incident l join incident i on i.id = l.incident_id where 1 = 1")
            .addIn("and l.plan_id in", plans)
            .add("order by l.plan_id, l.incident_id"),
        row ->
            incidents
                .computeIfAbsent(uuid(row, "plan_id"), id -> new ArrayList<>())
                .add(new Plan.Incident(uuid(row, "incident_id"), row.getString("reference"))));
    return incidents;
  }

  private Map<UUID, List<PlanItem.Evidence>> evidence(List<UUID> plans) {
    Map<UUID, List<PlanItem.Evidence>> evidence = new HashMap<>();
    database.query(
        Sql.of("select * from plan_evidence where 1 = 1")
            .addIn("and plan_id in", plans)
            .add("order by plan_id, item_id, id"),
        row ->
            evidence
                .computeIfAbsent(uuid(row, "item_id"), id -> new ArrayList<>())
                .add(
                    new PlanItem.Evidence(
                        row.getString("text"),
                        row.getString("reference"),
                        row.getString("submitter_name"),
                        instant(row, "submitted_at"))));
    return evidence;
  }

  /** What items of the plans at hand have, by item. */
  private record Parts(
      Map<UUID, List<PlanItem.Evidence>> evidence, Map<UUID, List<PlanItem.File>> files) {}

  private Map<UUID, List<PlanItem.File>> files(List<UUID> plans) {
    Map<UUID, List<PlanItem.File>> files = new HashMap<>();
    database.query(
        Sql.of(
                """
                select a.*, f.bytes, f.sha256 from plan_attachment a
                join kept_file f on f.id = a.id where 1 = 1
                """)
            .addIn("and a.plan_id in", plans)
            .add("order by a.plan_id, a.item_id, a.id"),
        row ->
            files
                .computeIfAbsent(uuid(row, "item_id"), id -> new ArrayList<>())
                .add(
                    new PlanItem.File(
                        new Attachment(
                            uuid(row, "id"),
                            AttachmentKind.valueOf(row.getString("kind")),
                            row.getString("note"),
                            row.getString("media_type"),
                            row.getLong("bytes"),
                            row.getString("sha256")),
                        row.getString("adder_name"),
                        instant(row, "added_at"))));
    return files;
  }

  private static PlanItem item(ResultSet row, Head head, Parts parts) throws SQLException {
    UUID id = uuid(row, "id");
    PlanItem.State state = PlanItem.State.valueOf(row.getString("state"));
    LocalDate due = row.getObject("due_date", LocalDate.class);
    boolean overdue =
        head.plan().state().isOpen()
            && state != PlanItem.State.ACCEPTED
            && due.isBefore(head.today());
    return new PlanItem(
        id,
        row.getString("title"),
        row.getString("owner"),
        due,
        state,
        overdue,
        row.getString("rejection_reason"),
        parts.evidence().getOrDefault(id, List.of()),
        parts.files().getOrDefault(id, List.of()));
  }

  private Head head(ResultSet row) throws SQLException {
    Plan plan =
        new Plan(
            uuid(row, "id"),
            row.getString("reference"),
            new Party(uuid(row, "carrier_id"), row.getString("carrier")),
            new Party(uuid(row, "agency_id"), row.getString("agency")),
            row.getString("title"),
            PlanState.valueOf(row.getString("state")),
            row.getInt("version"),
            instant(row, "issued_at"),
            row.getString("issuer_name"),
            instant(row, "changed_at"),
            instantOrNull(row, "ended_at"),
            row.getString("end_message"),
            List.of(),
            List.of());
    Instant now = clock.instant();
    return new Head(
        plan,
        LocalDate.ofInstant(now, ZoneId.of(row.getString("time_zone"))),
        row.getObject("next_due", LocalDate.class));
  }
}

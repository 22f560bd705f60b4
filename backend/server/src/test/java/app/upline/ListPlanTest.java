package app.upline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.IncidentCopies;
import app.upline.testing.ManyAgencies;
import app.upline.testing.PlainClient;
import app.upline.testing.StatementLog;
import app.upline.testing.StatementPlan;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What the application asks of the database for a page, whatever the list: ranges of keys in the
 * order of the list, and no more rows among many than among few (ADR 3). The statements are those
 * that the driver sends while the operation is called.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(
    name = "datasources.default.data-source-properties.queryInterceptors",
    value = "app.upline.testing.StatementLog")
// To make so many rows takes one statement of its own, which may take longer than an answer.
@Property(name = "datasources.default.data-source-properties.socketTimeout", value = "3600000")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanTest {

  /** More than an export fetches at once. */
  private static final int FEW = 1_000;

  private static final int MANY = 20_000;

  /** The same range in a higher tree: a few more steps down, never a few more rows along. */
  private static final int SLACK = 20;

  /** As many filters as an incident of the copies passes. */
  private static final String EVERYTHING =
      "period=2020-01&category=UNAPPROVED_MATERIAL&severity=MEDIUM&state=FL&source=INTERNAL_AUDIT&outcome=PENDING&harm=false&late=true&repeat=false";

  private static final List<String> REGISTER =
      List.of(
          "",
          "sort=LEGAL_NAME",
          "sort=CHANGED_AT",
          "changedSince=2025-01-01T00:00:00Z",
          "q=keystone",
          "q=marketing",
          "q=rel2025",
          "state=FL",
          "entityType=MARKETING_AGENCY",
          "performs=MARKETING",
          "status=ACTIVE",
          "undisclosedTo={carrierId}",
          "upstreamId={relationshipId}",
          "state=FL&undisclosedTo={carrierId}",
          "q=keystone&undisclosedTo={carrierId}",
          "q=keystone&status=ACTIVE");

  private static final List<String> REGISTER_READ_THROUGH =
      inEachOrder(
          List.of("REFERENCE", "LEGAL_NAME", "CHANGED_AT"),
          "state=FL",
          "upstreamId={relationshipId}",
          "undisclosedTo={carrierId}");

  private static final List<String> DISCLOSED =
      List.of(
          "",
          "asOf=2025-06-01",
          "activeOn=2025-06-01",
          "agencyId={agencyId}",
          "agencyId={agencyId}&asOf=2025-06-01",
          "q=keystone",
          "q=marketing&asOf=2025-06-01",
          "state=FL",
          "entityType=MARKETING_AGENCY",
          "performs=MARKETING",
          "status=ACTIVE&asOf=2025-06-01",
          "upstreamId={relationshipId}",
          "receivedSince=2025-01-01T00:00:00Z",
          "receivedUntil=2099-01-01T00:00:00Z",
          "sort=LEGAL_NAME",
          "sort=LEGAL_NAME&asOf=2025-06-01",
          "sort=RECEIVED_AT",
          "sort=RECEIVED_AT&asOf=2025-06-01");

  private static final List<String> DISCLOSED_READ_THROUGH =
      inEachOrder(
          List.of("REFERENCE", "LEGAL_NAME", "RECEIVED_AT"),
          "state=ME",
          "agencyId={agencyId}",
          "upline=nova",
          "upstreamId={relationshipId}&state=FL",
          "receivedSince=2025-01-01T00:00:00Z");

  /** Where all rows are in the range, so that an export fetches full batches among few rows too. */
  private static final List<String> EXPORTS =
      List.of("", "q=marketing", "entityType=MARKETING_AGENCY");

  private static final List<String> SUBMISSIONS =
      List.of(
          "",
          "status=SUBMITTED",
          "kind=RELATIONSHIPS",
          "period=2020-01",
          "late=true",
          "assigneeId={userId}",
          "submittedSince=2025-01-01T00:00:00Z",
          "submittedUntil=2099-01-01T00:00:00Z",
          "sort=SUBMITTED_AT",
          "sort=SUBMITTED_AT&status=SUBMITTED");

  private static final List<String> SUBMISSIONS_READ_THROUGH =
      inEachOrder(
          List.of("NEWEST", "SUBMITTED_AT"),
          "kind=INCIDENTS",
          "period=2020-01",
          "period=2020-01&kind=INCIDENTS",
          "late=true",
          "assigneeId={userId}",
          "carrierId={carrierId}",
          "agencyId={agencyId}",
          "upline=nova");

  private static final List<String> INCIDENTS =
      List.of(
          "",
          "sort=CHANGED_AT",
          "q=agave",
          "period=2020-01",
          "carrierId={carrierId}",
          "category=UNAPPROVED_MATERIAL",
          "severity=MEDIUM",
          "state=FL",
          "source=INTERNAL_AUDIT",
          "outcome=PENDING",
          "harm=false",
          "late=true",
          "undisclosed=true",
          "undisclosed=true&sort=CHANGED_AT",
          "undisclosed=true&carrierId={carrierId}&sort=DISCOVERY_DATE",
          "period=2020-01&state=FL",
          "q=agave&" + EVERYTHING);

  private static final List<String> INCIDENTS_READ_THROUGH =
      inEachOrder(
          List.of("NEWEST", "REFERENCE", "DISCOVERY_DATE", "CHANGED_AT"),
          "",
          "period=2020-01",
          "period=2020-01&carrierId={carrierId}",
          "carrierId={carrierId}",
          "subjectNpn=6657085",
          "repeat=false",
          "undisclosed=true",
          "undisclosed=true&carrierId={carrierId}",
          "undisclosed=false",
          EVERYTHING + "&carrierId={carrierId}&undisclosed=true");

  private static final List<String> HELD =
      List.of(
          "",
          "asOf=2099-01-01",
          "q=agave",
          "q=agave&" + EVERYTHING,
          EVERYTHING,
          "repeat=false",
          "period=2020-01",
          "agencyId={agencyId}",
          "category=UNAPPROVED_MATERIAL",
          "state=FL",
          "late=true",
          "period=2020-01&state=FL",
          "receivedSince=2020-01-01T00:00:00Z",
          "receivedUntil=2099-01-01T00:00:00Z",
          "sort=RECEIVED_AT",
          "sort=RECEIVED_AT&asOf=2099-01-01");

  private static final List<String> HELD_READ_THROUGH =
      inEachOrder(
          List.of("REFERENCE", "RECEIVED_AT"),
          "severity=LOW",
          "agencyId={agencyId}",
          "upline=nova",
          EVERYTHING + "&receivedSince=2020-01-01T00:00:00Z");

  private static final List<String> TRIAGE =
      List.of(
          "",
          "state=NEW",
          "state=DECIDED",
          "assigneeId={userId}",
          "agencyId={agencyId}",
          "severity=MEDIUM",
          "category=UNAPPROVED_MATERIAL",
          "receivedSince=2020-01-01T00:00:00Z",
          "receivedUntil=2099-01-01T00:00:00Z",
          "sort=RECEIVED_AT",
          "sort=RECEIVED_AT&state=NEW");

  private static final List<String> TRIAGE_READ_THROUGH =
      inEachOrder(
          List.of("PRIORITY", "RECEIVED_AT"),
          "state=NEW&assigneeId={userId}&agencyId={agencyId}",
          "state=DECIDED",
          "assigneeId={userId}",
          "agencyId={agencyId}",
          "severity=LOW",
          "category=FRAUD",
          "upline=nova");

  private static final List<String> PLANS =
      List.of(
          "",
          "state=ISSUED",
          "state=CLOSED",
          "agencyId={agencyId}",
          "overdue=true",
          "assigneeId={userId}",
          "dueBefore=2099-12-31",
          "sort=NEXT_DUE");

  private static final List<String> PLANS_READ_THROUGH =
      inEachOrder(
          List.of("NEWEST", "NEXT_DUE"),
          "state=CLOSED",
          "overdue=true",
          "assigneeId={userId}",
          "dueBefore=2020-01-01&agencyId={agencyId}",
          "upline=nova");

  private static final List<String> EVENTS =
      List.of(
          "",
          "actorId={userId}",
          "operation=createIncident",
          "outcome=REFUSED",
          "requestId=019cfc52-18b0-7d11-9d55-0a1b2c3d4e12",
          "since=2026-01-01T00:00:00Z",
          "until=2099-01-01T00:00:00Z");

  /** One thing of a list that grows, found by a range of a key too. */
  private static final Set<String> ONE_OF_MANY =
      Set.of("getDisclosedRelationship", "getDisclosedIncident", "getRelationshipChain");

  /**
   * Queries that show little of the range that drives them, or of which more is shown each time:
   * how many rows they read is not asked.
   */
  private static final Map<String, List<String>> READ_THROUGH =
      Map.ofEntries(
          entry("listRelationships", REGISTER_READ_THROUGH),
          entry("listIncidents", INCIDENTS_READ_THROUGH),
          entry("listSubmissions", SUBMISSIONS_READ_THROUGH),
          entry("listTriageItems", TRIAGE_READ_THROUGH),
          entry("listCorrectiveActionPlans", PLANS_READ_THROUGH),
          entry("listDisclosedRelationships", DISCLOSED_READ_THROUGH),
          entry("listDisclosedIncidents", HELD_READ_THROUGH),
          entry(
              "listAgencies",
              List.of("q=nova", "q=90", "upline=nova", "level=FMO", "inForce=false")),
          entry("listRelationshipImports", List.of("status=REJECTED")),
          entry("listExtracts", List.of("kind=CMS_MONTHLY&period=2020-01", "state=FINAL")),
          entry("listWorkAssignments", List.of("assigneeId={userId}", "subjectKind=FINDING")),
          entry("listAuditEvents", List.of("objectId={incidentId}")));

  /** The queries by which each list is asked; the others are asked plainly. */
  private static final Map<String, List<String>> QUERIES =
      Map.ofEntries(
          entry("getAgencyFigures", List.of("", "carrierId={carrierId}")),
          entry("getDisclosedRelationship", List.of("", "asOf=2099-01-01")),
          entry(
              "getRelationshipChain",
              List.of(
                  "rootId={relationshipId}",
                  "rootId={relationshipId}&depth=1",
                  "rootId={relationshipId}&asOf=2099-01-01")),
          entry("listIncidents", INCIDENTS),
          entry("listDisclosedIncidents", HELD),
          entry("listRelationships", REGISTER),
          entry("exportRelationships", EXPORTS),
          entry("listDisclosedRelationships", DISCLOSED),
          entry("exportDisclosedRelationships", EXPORTS),
          entry("exportFindings", List.of("")),
          entry("listSubmissions", SUBMISSIONS),
          entry("listSubmissionItems", List.of("", "changeType=ADDED")),
          entry("listTriageItems", TRIAGE),
          entry("listCorrectiveActionPlans", PLANS),
          entry("listExtracts", List.of("", "kind=CMS_MONTHLY")),
          entry(
              "listLegalHolds",
              List.of(
                  "",
                  "state=IN_FORCE",
                  "objectKind=INCIDENT",
                  "state=RELEASED&objectKind=INCIDENT")),
          entry("listAuditEvents", EVENTS));

  /**
   * What is sorted each time: the few submissions that one incident or relationship went through,
   * and one month of a carrier as long as its extract is a draft.
   */
  private static final Set<String> SORTED_ANEW =
      Set.of(
          "listIncidentDisclosures",
          "listDisclosedIncidentHistory",
          "listDisclosedRelationshipHistory",
          "listExtractRows");

  /**
   * Counts over some months: grouped, and of these months' rows alone. And the work list, which
   * looks at so many of each kind.
   */
  private static final Set<String> FIGURES =
      Set.of("getAgencyFigures", "getCarrierFigures", "getWorkList");

  /**
   * An agency's months and standings: its carriers by name and its drafts are as few as it has
   * carriers; what it has not disclosed is counted up to a cap. And a file asks for its carriers by
   * name, whose days it writes.
   */
  private static final Set<String> SORTED_FOR_AGENCIES =
      Set.of("listReportingPeriods", "listRelationshipStandings", "exportFindings");

  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject TestRecords holdings;
  @Inject ManyAgencies multitude;
  @Inject IncidentCopies incidents;
  @Inject StatementPlan plans;

  private ManyAgencies.Owner rows;
  private final List<Asked> asked = new ArrayList<>();
  private final Map<Asked, List<Integer>> readsAmongFew = new HashMap<>();
  private final Map<Asked, List<String>> statementsAmongMany = new HashMap<>();

  /** A page of a list: the first, or the second. */
  private record Asked(
      TestUser person, String id, String path, boolean second, boolean readsThrough) {
    @Override
    public String toString() {
      return id + " " + path + " as " + person.role() + (second ? ", second page" : "");
    }
  }

  @BeforeAll
  void listsThatGrow() {
    TestRecords.Owner owner = holdings.owner();
    rows = owner.rows();
    multitude.add(rows, 1, FEW);
    incidents.add(owner, 1, FEW);
    Contract.get().operations().stream()
        .filter(ListPlanTest::isList)
        .forEach(operation -> ask(operation, owner));
    asked.stream()
        .filter(page -> !page.readsThrough())
        .forEach(page -> readsAmongFew.put(page, reads(statements(page))));
    multitude.add(rows, FEW + 1, MANY);
    incidents.add(owner, FEW + 1, MANY);
    plans.analyze();
  }

  @AfterAll
  void othersAreLeftAlone() {
    multitude.removeAgencies(rows, 1, MANY);
  }

  @TestFactory
  Stream<DynamicTest> everyPageIsARangeInTheOrderOfItsList() {
    return asked.stream()
        .filter(page -> !isSortedForAgencies(page) && !FIGURES.contains(page.id()))
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.toString(),
                    () -> {
                      List<String> statements = amongMany(page);
                      assertThat(statements).as(page.toString()).isNotEmpty();
                      assertThat(statements.stream().flatMap(sql -> plans.complaints(sql).stream()))
                          .as(page.toString())
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aPageReadsAsMuchAmongManyRowsAsAmongFew() {
    return asked.stream()
        .filter(page -> !page.readsThrough())
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.toString(),
                    () -> {
                      int few =
                          readsAmongFew.get(page).stream().max(Integer::compare).orElseThrow();
                      assertThat(reads(amongMany(page)))
                          .as(page.toString())
                          .allSatisfy(many -> assertThat(many).isLessThanOrEqualTo(few + SLACK));
                    }));
  }

  @Test
  void theListsThatGrowAreAmongThem() {
    assertThat(asked.stream().map(Asked::id))
        .containsAll(QUERIES.keySet())
        .containsAll(ONE_OF_MANY)
        .containsAll(FIGURES);
    assertThat(asked).hasSizeGreaterThan(100);
  }

  @Test
  void aWalkOverATableIsSeen() {
    assertThat(plans.complaints("select * from relationship where legal_name like '%x%'"))
        .isNotEmpty();
    assertThat(
            plans.complaints(
                "select * from relationship where agency_id = 'a' order by legal_name, status"))
        .isNotEmpty();
  }

  private static List<String> inEachOrder(List<String> orders, String... filters) {
    return Stream.of(filters)
        .flatMap(
            filter ->
                orders.stream()
                    .map(order -> (filter.isEmpty() ? "" : filter + "&") + "sort=" + order))
        .toList();
  }

  private void ask(Operation operation, TestRecords.Owner owner) {
    for (TestUser person : callers(operation, owner)) {
      for (String query : QUERIES.getOrDefault(operation.id(), List.of(""))) {
        fromBothEnds(operation, query)
            .forEach(one -> ask(operation, person, path(operation, one, owner), false));
      }
      for (String query : READ_THROUGH.getOrDefault(operation.id(), List.of())) {
        fromBothEnds(operation, query)
            .forEach(one -> ask(operation, person, path(operation, one, owner), true));
      }
    }
  }

  /** One of the two is the usual one. A search has an order of its own. */
  private static Stream<String> fromBothEnds(Operation operation, String query) {
    return operation.takes("query", "direction") && !query.startsWith("q=")
        ? Stream.of("ASCENDING", "DESCENDING")
            .map(end -> (query.isEmpty() ? "" : query + "&") + "direction=" + end)
        : Stream.of(query);
  }

  private void ask(Operation operation, TestUser person, String path, boolean readsThrough) {
    // What the one side was not told of is not there for it.
    if (plain.get(person, path).status() == 200) {
      asked.add(new Asked(person, operation.id(), path, false, readsThrough));
      if (operation.takes("query", "cursor")) {
        asked.add(new Asked(person, operation.id(), path, true, readsThrough));
      }
    }
  }

  private static String path(Operation operation, String query, TestRecords.Owner owner) {
    String path = operation.path() + (query.isEmpty() ? "" : "?" + query);
    for (Map.Entry<String, String> thing : owner.things().entrySet()) {
      path = path.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return path.replace("{agencyId}", owner.agency().toString()).replaceAll("\\{\\w+}", "1");
  }

  /** One of the agency's and one of the carrier's people, where they may. */
  private static Collection<TestUser> callers(Operation operation, TestRecords.Owner owner) {
    Map<OrganizationKind, TestUser> bySide = new EnumMap<>(OrganizationKind.class);
    owner.people().stream()
        .filter(person -> mayCall(operation, person))
        .forEach(person -> bySide.putIfAbsent(person.kind(), person));
    return bySide.values();
  }

  private static boolean mayCall(Operation operation, TestUser person) {
    return ((List<?>) operation.body().get("x-roles")).contains(person.role().name());
  }

  private static boolean isSortedForAgencies(Asked page) {
    return SORTED_FOR_AGENCIES.contains(page.id())
        && page.person().kind() == OrganizationKind.AGENCY;
  }

  /** Whatever comes in pages, and the downloads of the lists that grow here. */
  private static boolean isList(Operation operation) {
    boolean download = operation.path().endsWith("/export") && QUERIES.containsKey(operation.id());
    return (download
            || operation.takes("query", "cursor")
            || ONE_OF_MANY.contains(operation.id())
            || FIGURES.contains(operation.id()))
        && !SORTED_ANEW.contains(operation.id());
  }

  private List<Integer> reads(List<String> statements) {
    return statements.stream().map(plans::rowsRead).toList();
  }

  /** Asked for once: how they are planned and what they read are two questions about the same. */
  private List<String> amongMany(Asked page) {
    return statementsAmongMany.computeIfAbsent(page, this::statements);
  }

  private List<String> statements(Asked page) {
    String first = page.path() + (page.path().contains("?") ? "&" : "?");
    if (page.path().contains("/export")) {
      return StatementLog.selectsOf(() -> get(page.person(), first + "format=CSV"));
    }
    if (FIGURES.contains(page.id()) || ONE_OF_MANY.contains(page.id())) {
      return StatementLog.selectsOf(() -> get(page.person(), page.path()));
    }
    String paged = first + "limit=20";
    if (!page.second()) {
      return StatementLog.selectsOf(() -> get(page.person(), paged));
    }
    Object cursor = get(page.person(), paged).member("nextCursor");
    return StatementLog.selectsOf(
        () -> get(page.person(), paged + (cursor == null ? "" : "&cursor=" + cursor)));
  }

  private PlainClient.Answer get(TestUser person, String path) {
    PlainClient.Answer answer = plain.get(person, path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer;
  }
}

package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganisationKind;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Crowd;
import app.upline.testing.Holdings;
import app.upline.testing.IncidentCopies;
import app.upline.testing.Multitude;
import app.upline.testing.Someone;
import app.upline.testing.StatementLog;
import app.upline.testing.StatementPlan;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanTest {

  /** More than an export fetches at once. */
  private static final int FEW = 1_000;

  private static final int MANY = 20_000;

  /** The same range in a higher tree: a few more steps down, never a few more rows along. */
  private static final int SLACK = 20;

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
          "function=MARKETING",
          "status=ACTIVE",
          "undisclosedTo={carrierId}",
          "upstreamId={relationshipId}",
          "state=FL&sort=LEGAL_NAME",
          "state=FL&undisclosedTo={carrierId}",
          "q=keystone&undisclosedTo={carrierId}",
          "q=keystone&status=ACTIVE");

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
          "function=MARKETING",
          "status=ACTIVE&asOf=2025-06-01");

  /** Where all rows are in the range, so that an export fetches full batches among few rows too. */
  private static final List<String> EXPORTS =
      List.of("", "q=marketing", "entityType=MARKETING_AGENCY");

  private static final List<String> SUBMISSIONS =
      List.of("", "status=SUBMITTED", "sort=SUBMITTED_AT", "sort=SUBMITTED_AT&status=SUBMITTED");

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
          "period=2020-01&state=FL");

  private static final List<String> HELD =
      List.of(
          "",
          "asOf=2099-01-01",
          "q=agave",
          "period=2020-01",
          "agencyId={agencyId}",
          "category=UNAPPROVED_MATERIAL",
          "state=FL",
          "late=true",
          "period=2020-01&state=FL");

  /** The queries by which each list is asked; the others are asked plainly. */
  private static final Map<String, List<String>> QUERIES =
      Map.of(
          "getAgencyFigures", List.of("", "carrierId={carrierId}"),
          "listIncidents", INCIDENTS,
          "listDisclosedIncidents", HELD,
          "listRelationships", REGISTER,
          "exportRelationships", EXPORTS,
          "listDisclosedRelationships", DISCLOSED,
          "exportDisclosedRelationships", EXPORTS,
          "listSubmissions", SUBMISSIONS,
          "listSubmissionItems", List.of("", "changeType=ADDED"));

  /**
   * What is put in order anew each time: the few submissions that one incident went through, and
   * one month of a carrier as long as its extract is a draft.
   */
  private static final Set<String> SORTED_ANEW =
      Set.of("listIncidentDisclosures", "listDisclosedIncidentHistory", "listExtractRows");

  /** Counts over some months: grouped, and of these months' rows alone. */
  private static final Set<String> FIGURES = Set.of("getAgencyFigures", "getCarrierFigures");

  /**
   * An agency's months and standings: its carriers by name and its drafts are as few as it has
   * carriers; what it has not disclosed is counted up to a cap.
   */
  private static final Set<String> SORTED_FOR_AGENCIES =
      Set.of("listReportingPeriods", "listRelationshipStandings");

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject Holdings holdings;
  @Inject Multitude multitude;
  @Inject IncidentCopies incidents;
  @Inject StatementPlan plans;

  private final List<Asked> asked = new ArrayList<>();
  private final Map<Asked, List<Integer>> readsAmongFew = new HashMap<>();

  /** A page of a list: the first, or the second. */
  private record Asked(Someone person, String id, String path, boolean second) {
    @Override
    public String toString() {
      return id + " " + path + " as " + person.role() + (second ? ", second page" : "");
    }
  }

  @BeforeAll
  void listsThatGrow() {
    Holdings.Owner owner = holdings.owner();
    Multitude.Owner rows = owner.rows();
    multitude.add(rows, 1, FEW);
    incidents.add(owner, 1, FEW);
    Contract.get().operations().stream()
        .filter(ListPlanTest::isList)
        .forEach(operation -> ask(operation, owner));
    asked.forEach(page -> readsAmongFew.put(page, reads(page)));
    multitude.add(rows, FEW + 1, MANY);
    incidents.add(owner, FEW + 1, MANY);
    plans.analyze();
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
                      List<String> statements = statements(page);
                      assertThat(statements).as(page.toString()).isNotEmpty();
                      assertThat(statements.stream().flatMap(sql -> plans.complaints(sql).stream()))
                          .as(page.toString())
                          .isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aPageReadsAsMuchAmongManyRowsAsAmongFew() {
    return asked.stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.toString(),
                    () -> {
                      int few =
                          readsAmongFew.get(page).stream().max(Integer::compare).orElseThrow();
                      assertThat(reads(page))
                          .as(page.toString())
                          .allSatisfy(many -> assertThat(many).isLessThanOrEqualTo(few + SLACK));
                    }));
  }

  @Test
  void theListsThatGrowAreAmongThem() {
    assertThat(asked.stream().map(Asked::id)).containsAll(QUERIES.keySet()).containsAll(FIGURES);
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

  private void ask(Operation operation, Holdings.Owner owner) {
    for (Someone person : callers(operation, owner)) {
      for (String query : QUERIES.getOrDefault(operation.id(), List.of(""))) {
        String path = path(operation, query, owner);
        // What the one side was not told of is not there for it.
        if (api.as(person).get(path).statusCode() == 200) {
          asked.add(new Asked(person, operation.id(), path, false));
          if (operation.takes("query", "cursor")) {
            asked.add(new Asked(person, operation.id(), path, true));
          }
        }
      }
    }
  }

  private static String path(Operation operation, String query, Holdings.Owner owner) {
    String path = operation.path() + (query.isEmpty() ? "" : "?" + query);
    for (var thing : owner.things().entrySet()) {
      path = path.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return path.replace("{agencyId}", owner.agency().toString()).replaceAll("\\{\\w+}", "1");
  }

  /** One of the agency's and one of the carrier's people, where they may. */
  private static Collection<Someone> callers(Operation operation, Holdings.Owner owner) {
    Map<OrganisationKind, Someone> bySide = new EnumMap<>(OrganisationKind.class);
    owner.people().stream()
        .filter(person -> mayCall(operation, person))
        .forEach(person -> bySide.putIfAbsent(person.kind(), person));
    return bySide.values();
  }

  private static boolean mayCall(Operation operation, Someone person) {
    return ((List<?>) operation.body().get("x-roles")).contains(person.role().name());
  }

  private static boolean isSortedForAgencies(Asked page) {
    return SORTED_FOR_AGENCIES.contains(page.id())
        && page.person().kind() == OrganisationKind.AGENCY;
  }

  /** Whatever comes in pages, and the downloads of the lists that grow here. */
  private static boolean isList(Operation operation) {
    boolean download = operation.path().endsWith("/export") && QUERIES.containsKey(operation.id());
    return (download || operation.takes("query", "cursor") || FIGURES.contains(operation.id()))
        && !SORTED_ANEW.contains(operation.id());
  }

  private List<Integer> reads(Asked page) {
    return statements(page).stream().map(plans::rowsRead).toList();
  }

  private List<String> statements(Asked page) {
    String first = page.path() + (page.path().contains("?") ? "&" : "?");
    if (page.path().contains("/export")) {
      return StatementLog.selectsOf(() -> get(page.person(), first + "format=CSV"));
    }
    if (FIGURES.contains(page.id())) {
      return StatementLog.selectsOf(() -> get(page.person(), page.path()));
    }
    String paged = first + "limit=20";
    if (!page.second()) {
      return StatementLog.selectsOf(() -> get(page.person(), paged));
    }
    String cursor = get(page.person(), paged).path("nextCursor");
    return StatementLog.selectsOf(
        () -> get(page.person(), paged + (cursor == null ? "" : "&cursor=" + cursor)));
  }

  private Response get(Someone person, String path) {
    Response response = api.as(person).get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    response.asByteArray();
    return response;
  }
}

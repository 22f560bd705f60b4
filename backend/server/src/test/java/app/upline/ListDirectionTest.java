package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.IncidentCopies;
import app.upline.testing.ManyAgencies;
import app.upline.testing.PlainClient;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every list with an order can be read from both ends, page by page. Which lists these are is read
 * from the contract.
 */
@Tag("engine")
// What it looks at is no engine's: make test-mysql runs it with ALL=yes.
@Tag("above-the-database")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListDirectionTest {

  private static final int ROWS = 7;

  /** What a download does not take of its list, and the other way around. */
  private static final Set<String> OF_PAGES = Set.of("cursor", "limit", "includeTotal", "format");

  /** To ask for the trail is an event of the trail; to record an incident is not asked for here. */
  private static final Map<String, String> OF_STANDING_ROWS =
      Map.of("listAuditEvents", "&operation=createIncident");

  private static final Map<String, List<String>> COUNTED_BY =
      Map.of(
          "listRelationships",
          List.of("", "&state=FL", "&q=marketing", "&performs=MARKETING", "&status=ENDED"),
          "listIncidents",
          List.of("", "&severity=MEDIUM", "&undisclosed=true", "&state=FL", "&voided=false"),
          "listSubmissions",
          List.of("", "&kind=RELATIONSHIPS", "&late=false"),
          "listDisclosedRelationships",
          List.of("", "&state=FL", "&q=marketing", "&upline=nova"),
          "listDisclosedIncidents",
          List.of("", "&severity=MEDIUM", "&repeat=false", "&late=true"));

  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject TestRecords records;
  @Inject ManyAgencies many;
  @Inject IncidentCopies incidents;

  private TestRecords.Owner owner;

  /** A list in one of its orders. */
  private record Asked(Operation operation, @Nullable String sort) {
    String in(String direction) {
      return operation.path()
          + "?limit=2&direction="
          + direction
          + OF_STANDING_ROWS.getOrDefault(operation.id(), "")
          + (sort == null ? "" : "&sort=" + sort);
    }

    @Override
    public String toString() {
      return operation.id() + (sort == null ? "" : " by " + sort);
    }
  }

  @BeforeAll
  void severalRowsOfEach() {
    owner = records.owner();
    records.of(owner.agency(), owner.carrier(), "Second");
    records.of(owner.agency(), owner.carrier(), "Third");
    records.notifications(owner.people().getFirst(), ROWS);
    many.add(owner.rows(), 1, ROWS);
    incidents.add(owner, 1, ROWS);
  }

  @AfterAll
  void othersAreLeftAlone() {
    many.removeAgencies(owner.rows(), 1, ROWS);
  }

  @Test
  void everyListThatCanBeSortedHasBothDirections() {
    List<Operation> sorted =
        Contract.get().operations().stream().filter(one -> one.takes("query", "sort")).toList();
    assertThat(sorted).hasSizeGreaterThan(5).allMatch(one -> one.takes("query", "direction"));
  }

  @Test
  void aDownloadTakesTheFiltersAndTheOrderOfItsList() {
    Map<String, Operation> lists = new HashMap<>();
    lists().forEach(list -> lists.put(list.path(), list));
    List<Operation> downloads =
        Contract.get().operations().stream()
            .filter(one -> one.path().endsWith("/export"))
            .filter(one -> lists.containsKey(listPath(one)))
            .toList();
    assertThat(downloads).hasSizeGreaterThan(5);
    assertThat(downloads)
        .allSatisfy(one -> assertThat(query(one)).isEqualTo(query(lists.get(listPath(one)))));
  }

  @TestFactory
  Stream<DynamicTest> oneDirectionIsTheOtherReversedPageByPage() {
    return asked().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.toString(),
                    () -> {
                      int most = 0;
                      for (TestUser person : callers(list.operation())) {
                        List<Object> ascending = pages(person, list, "ASCENDING");
                        assertThat(pages(person, list, "DESCENDING"))
                            .as("as " + person.role())
                            .isEqualTo(ascending.reversed());
                        most = Math.max(most, ascending.size());
                      }
                      assertThat(most).as("rows, to see the order of").isGreaterThan(2);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theCursorOfOneDirectionIsRefusedByTheOther() {
    return asked().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.toString(),
                    () -> {
                      int seen = 0;
                      for (TestUser person : callers(list.operation())) {
                        Object cursor = get(person, list, "ASCENDING", "").member("nextCursor");
                        if (cursor != null) {
                          PlainClient.Answer answer =
                              plain.get(person, list.in("DESCENDING") + "&cursor=" + cursor);
                          assertThat(answer.status()).isEqualTo(400);
                          assertThat(answer.toString()).contains("INVALID_CURSOR");
                          seen++;
                        }
                      }
                      assertThat(seen).isPositive();
                    }));
  }

  /** With filters of the rows of the range, and of what is joined to them. */
  @TestFactory
  Stream<DynamicTest> aTotalIsAsManyAsThePagesHold() {
    List<Operation> counted =
        lists().stream().filter(one -> one.takes("query", "includeTotal")).toList();
    assertThat(counted).extracting(Operation::id).containsAll(COUNTED_BY.keySet());
    return counted.stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      int most = 0;
                      for (String filter : COUNTED_BY.getOrDefault(operation.id(), List.of(""))) {
                        for (TestUser person : callers(operation)) {
                          most = Math.max(most, total(person, operation, filter));
                        }
                      }
                      assertThat(most).as("rows that are counted").isGreaterThan(2);
                    }));
  }

  private int total(TestUser person, Operation operation, String filter) {
    String path = operation.path() + "?limit=200" + filter;
    int shown = ((List<?>) plain.get(person, path).member("items")).size();
    assertThat(plain.get(person, path + "&includeTotal=true").member("total"))
        .as("%s as %s", path, person.role())
        .isEqualTo(shown);
    return shown;
  }

  private static List<Operation> lists() {
    return Contract.get().operations().stream()
        .filter(one -> one.takes("query", "cursor"))
        .toList();
  }

  private static String listPath(Operation download) {
    return download.path().replaceAll("/export$", "");
  }

  private static List<String> query(Operation operation) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .map(Parameter::name)
        .filter(name -> !OF_PAGES.contains(name))
        .toList();
  }

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (Operation list : lists()) {
      if (list.takes("query", "direction")) {
        sorts(list).forEach(sort -> asked.add(new Asked(list, sort.orElse(null))));
      }
    }
    assertThat(asked).hasSizeGreaterThan(10);
    return asked;
  }

  private static List<Optional<String>> sorts(Operation list) {
    return list.parameters().stream()
        .filter(parameter -> parameter.name().equals("sort"))
        .findFirst()
        .map(
            sort ->
                ((List<?>) sort.schema().get("enum"))
                    .stream().map(String::valueOf).map(Optional::of).toList())
        .orElse(List.of(Optional.empty()));
  }

  /** One of the agency's and one of the carrier's people, where they may. */
  private Collection<TestUser> callers(Operation operation) {
    Map<OrganizationKind, TestUser> bySide = new EnumMap<>(OrganizationKind.class);
    owner.people().stream()
        .filter(
            person -> ((List<?>) operation.body().get("x-roles")).contains(person.role().name()))
        .forEach(person -> bySide.putIfAbsent(person.kind(), person));
    return bySide.values();
  }

  private List<Object> pages(TestUser person, Asked list, String direction) {
    List<Object> items = new ArrayList<>();
    Object cursor = null;
    do {
      PlainClient.Answer page =
          get(person, list, direction, cursor == null ? "" : "&cursor=" + cursor);
      items.addAll((List<?>) page.member("items"));
      cursor = page.member("nextCursor");
    } while (cursor != null);
    return items;
  }

  private PlainClient.Answer get(TestUser person, Asked list, String direction, String more) {
    PlainClient.Answer answer = plain.get(person, list.in(direction) + more);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }
}

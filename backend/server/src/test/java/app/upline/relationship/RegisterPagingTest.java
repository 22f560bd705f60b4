package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walking a list from cursor to cursor. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterPagingTest {

  private static final int ROWS = 23;

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;

  @BeforeEach
  void aRegisterWhereNamesRepeat() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    for (int i = 0; i < ROWS; i++) {
      // Two words of these begin alike, so that a search meets each row twice.
      desk.record(Entity.named("Tandem Tandemworks " + i % 3).in(i % 2 == 0 ? "FL" : "TX"));
    }
  }

  static Stream<Map<String, String>> lists() {
    return Stream.of(
        Map.of(),
        Map.of("sort", "LEGAL_NAME"),
        Map.of("sort", "CHANGED_AT"),
        Map.of("changedSince", "2020-01-01T00:00:00Z"),
        Map.of("q", "tandem"),
        Map.of("q", "tandemw 1"),
        Map.of("state", "FL"),
        Map.of("state", "FL", "sort", "LEGAL_NAME"),
        Map.of("q", "tandem", "state", "TX"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyRowStandsOnOnePageInTheOrderOfTheWholeList(Map<String, String> query) {
    List<String> whole = desk.pages(query, 200);
    assertThat(whole).isNotEmpty().doesNotHaveDuplicates();
    for (int limit : new int[] {1, 4, whole.size(), whole.size() + 1}) {
      assertThat(desk.pages(query, limit)).as("pages of %d", limit).isEqualTo(whole);
    }
  }

  @Test
  void whatIsRecordedMeanwhileComesAtTheEnd() {
    String cursor = desk.list(Map.of("limit", 20)).extract().path("nextCursor");
    String late = desk.record(Entity.named("Latecomer"));
    desk.list(Map.of("limit", 20, "cursor", cursor)).body("items.id", hasItem(late));
  }

  @Test
  void whatChangesMeanwhileComesAgainAtTheEndOfAListByTimeOfChange() {
    Map<String, ?> first = Map.of("sort", "CHANGED_AT", "limit", 2);
    List<String> shown = desk.list(first).extract().path("items.id");
    String cursor = desk.list(first).extract().path("nextCursor");
    String notYetShown = desk.pages(Map.of("sort", "CHANGED_AT"), 200).get(3);
    desk.change(shown.getFirst(), 1, "{\"legalName\": \"Shown and changed\"}").statusCode(200);
    desk.change(notYetShown, 1, "{\"legalName\": \"Changed before shown\"}").statusCode(200);

    List<String> rest =
        desk.list(Map.of("sort", "CHANGED_AT", "limit", 200, "cursor", cursor))
            .extract()
            .path("items.id");

    assertThat(rest).endsWith(shown.getFirst(), notYetShown).doesNotHaveDuplicates();
    assertThat(rest).hasSize(ROWS - shown.size() + 1).doesNotContain(shown.getLast());
  }

  @Test
  void aCursorBelongsToItsFilters() {
    String cursor = desk.list(Map.of("limit", 2, "state", "FL")).extract().path("nextCursor");
    Map<String, Object> other = new HashMap<>(Map.of("limit", 2, "state", "TX", "cursor", cursor));
    desk.list(other).statusCode(400).body("errors.code", hasItem("INVALID_CURSOR"));
    other.remove("state");
    desk.list(other).statusCode(400);
  }

  @Test
  void aCursorOfAnotherAgencyShowsNothingOfIt() {
    String cursor = desk.list(Map.of("limit", 2)).extract().path("nextCursor");
    RegisterClient stranger = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    assertThat(stranger.names(Map.of("limit", 2, "cursor", cursor))).isEmpty();
  }
}

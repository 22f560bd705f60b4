package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.UsState;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every page of incidents is a range of a key, whatever the filter and the order (ADR 3). */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentPlanTest {

  private static final UUID CARRIER = UUID.randomUUID();
  private static final YearMonth PERIOD = YearMonth.of(2026, 10);

  @Inject IncidentList list;
  @Inject Database database;

  private record Step(String table, String type, @Nullable String key, @Nullable String extra) {}

  @TestFactory
  Stream<DynamicTest> noPageScansOrSorts() {
    return Map.ofEntries(
            Map.entry("everything", IncidentFilter.NONE),
            Map.entry("a word", filter("ortega", null, null, null, null)),
            Map.entry("a period", filter(null, PERIOD, null, null, null)),
            Map.entry("a carrier", filter(null, null, CARRIER, null, null)),
            Map.entry("a period of a carrier", filter(null, PERIOD, CARRIER, null, null)),
            Map.entry("a producer", filter(null, null, null, "6657085", null)),
            Map.entry("undisclosed", filter(null, null, null, null, true)),
            Map.entry("undisclosed to a carrier", filter(null, null, CARRIER, null, true)),
            Map.entry("disclosed", filter(null, null, null, null, false)),
            Map.entry("all at once", filter("ortega", PERIOD, CARRIER, "6657085", true)))
        .entrySet()
        .stream()
        .flatMap(
            filter ->
                Stream.of(IncidentSort.values())
                    .map(
                        sort ->
                            DynamicTest.dynamicTest(
                                filter.getKey() + " by " + sort,
                                () -> check(filter.getValue(), sort))));
  }

  private void check(IncidentFilter filter, IncidentSort sort) {
    Sql page = list.statement(UUID.randomUUID(), filter, sort, PageRequest.first(50));
    List<Step> plan =
        database.reading(
            () ->
                database.query(
                    Sql.of("explain").add(page),
                    row ->
                        new Step(
                            row.getString("table"),
                            row.getString("type"),
                            row.getString("key"),
                            row.getString("Extra"))));
    assertThat(plan).isNotEmpty();
    for (Step step : plan) {
      assertThat(step.type()).as("%s", step).isNotIn("ALL", "index");
      assertThat(step.key()).as("%s", step).isNotNull();
      assertThat(String.valueOf(step.extra())).doesNotContain("filesort", "temporary");
    }
  }

  private static IncidentFilter filter(
      @Nullable String query,
      @Nullable YearMonth period,
      @Nullable UUID carrier,
      @Nullable String npn,
      @Nullable Boolean undisclosed) {
    boolean all = query != null && period != null;
    return new IncidentFilter(
        query,
        period,
        carrier,
        all ? ViolationCategory.FRAUD : null,
        all ? Severity.CRITICAL : null,
        npn,
        all ? UsState.FL : null,
        all ? IncidentSource.CTM : null,
        all ? InvestigationOutcome.FOUNDED : null,
        all ? true : null,
        all ? true : null,
        all ? true : null,
        undisclosed,
        all ? Instant.EPOCH : null);
  }
}

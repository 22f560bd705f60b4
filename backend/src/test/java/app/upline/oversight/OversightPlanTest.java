package app.upline.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.identity.Role;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every page of the queue and of the plans is a range of a key, whatever the filter (ADR 3). */
@Tag("engine")
@MicronautTest(transactional = false)
class OversightPlanTest {

  private static final UUID SOMEBODY = UUID.randomUUID();
  private static final PageRequest FIRST = PageRequest.first(50);
  private static final PageRequest LATER =
      FIRST.after(List.of("2", "2026-04-01T00:00:00Z", SOMEBODY.toString()));

  @Inject TriageRows triage;
  @Inject PlanRows plans;
  @Inject Database database;

  private record Step(String table, String type, @Nullable String key, @Nullable String extra) {}

  @TestFactory
  Stream<DynamicTest> noPageOfTheQueueScansOrSorts() {
    return Stream.of(
            new TriageFilter(null, null, null),
            new TriageFilter(TriageState.DECIDED, null, null),
            new TriageFilter(null, SOMEBODY, null),
            new TriageFilter(null, null, SOMEBODY),
            new TriageFilter(TriageState.NEW, SOMEBODY, SOMEBODY))
        .flatMap(
            filter ->
                Stream.of(FIRST, LATER)
                    .map(
                        page ->
                            DynamicTest.dynamicTest(
                                filter + " " + page.isFirst(),
                                () -> check(triage.statement(SOMEBODY, filter, page)))));
  }

  @TestFactory
  Stream<DynamicTest> noPageOfPlansScansOrSorts() {
    return Stream.of(OrganisationKind.values())
        .flatMap(
            side ->
                Stream.of(
                        new PlanFilter(null, null, false),
                        new PlanFilter(PlanState.ISSUED, null, false),
                        new PlanFilter(null, SOMEBODY, false),
                        new PlanFilter(null, null, true))
                    .map(
                        filter ->
                            DynamicTest.dynamicTest(
                                side + " " + filter,
                                () -> check(plans.statement(somebodyOf(side), filter, FIRST)))));
  }

  private void check(Sql page) {
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
      assertThat(String.valueOf(step.extra())).doesNotContain("filesort", "temporary");
    }
  }

  private static CurrentUser somebodyOf(OrganisationKind side) {
    Role role = side == OrganisationKind.CARRIER ? Role.CARRIER_ANALYST : Role.AGENCY_REPORTER;
    return new CurrentUser(SOMEBODY, "Sam Sample", side, SOMEBODY, Set.of(role));
  }
}

package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganisationRegistry;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.identity.Role;
import app.upline.incident.IncidentSource;
import app.upline.incident.InvestigationOutcome;
import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.UsState;
import app.upline.testing.Api;
import app.upline.testing.Crowd;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every page of what a carrier holds, and of the queue, is a range of a key: no scan, no sort. */
@Tag("engine")
@MicronautTest(transactional = false)
class QueryPlansTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 10);

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject OrganisationRegistry organisations;
  @Inject Database database;
  @Inject DisclosedIncidents incidents;
  @Inject SubmissionList submissions;

  private record Line(String table, String type, String key, String extra) {}

  @TestFactory
  Stream<DynamicTest> whatACarrierHoldsIsReadByARange() {
    CurrentUser user = carrierUser();
    Map<String, DisclosedIncidentFilter> filters = new LinkedHashMap<>();
    filters.put("all", DisclosedIncidentFilter.ALL);
    filters.put("asOf", filter(null, null, null, null, null, LocalDate.of(2026, 10, 31)));
    filters.put("words", filter("dana whit", null, null, null, null, null));
    filters.put("period", filter(null, MONTH, null, null, null, null));
    filters.put("agency", filter(null, null, UUID.randomUUID(), null, null, null));
    filters.put("category", filter(null, null, null, ViolationCategory.FRAUD, null, null));
    filters.put("repeat", filter(null, null, null, null, true, null));
    filters.put(
        "many",
        new DisclosedIncidentFilter(
            null,
            MONTH,
            null,
            ViolationCategory.FRAUD,
            Severity.CRITICAL,
            "6657085",
            UsState.AZ,
            IncidentSource.CTM,
            InvestigationOutcome.FOUNDED,
            true,
            true,
            true,
            null));
    return filters.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        check(
                            incidents.statement(user, entry.getValue(), PageRequest.first(50)),
                            Set.of("d", "f"))));
  }

  @TestFactory
  Stream<DynamicTest> theQueueIsReadByARange() {
    CurrentUser user = carrierUser();
    return Stream.of(
            new SubmissionFilter(null, null, null, null, null),
            new SubmissionFilter(null, SubmissionKind.INCIDENTS, null, null, null),
            new SubmissionFilter(SubmissionStatus.SUBMITTED, null, MONTH, null, null),
            new SubmissionFilter(null, SubmissionKind.INCIDENTS, MONTH, null, null))
        .flatMap(
            filter ->
                Stream.of(SubmissionSort.values())
                    .map(
                        sort ->
                            DynamicTest.dynamicTest(
                                filter + " " + sort,
                                () ->
                                    check(
                                        submissions.statement(
                                            user, filter, sort, PageRequest.first(50)),
                                        Set.of("s", "m")))));
  }

  private CurrentUser carrierUser() {
    Reporting us = Reporting.of(api, crowd, organisations, false);
    us.incident(Reporting.knownToday(""));
    us.submitted();
    return new CurrentUser(
        us.reviewer().id(),
        "Reviewer",
        OrganisationKind.CARRIER,
        us.carrier(),
        Set.of(Role.CARRIER_REVIEWER));
  }

  private void check(Sql statement, Set<String> driving) {
    List<Line> plan =
        database.reading(
            () ->
                database.query(
                    Sql.of("explain").add(statement),
                    row ->
                        new Line(
                            row.getString("table"),
                            row.getString("type"),
                            row.getString("key"),
                            row.getString("Extra"))));
    assertThat(plan.getFirst().table()).isIn(driving);
    assertThat(plan.getFirst().extra()).doesNotContain("filesort").doesNotContain("temporary");
    assertThat(plan)
        .allSatisfy(
            line -> {
              assertThat(line.type()).isIn("const", "eq_ref", "ref", "range", "index_subquery");
              assertThat(line.key()).isNotNull();
            });
  }

  private static DisclosedIncidentFilter filter(
      String query,
      YearMonth period,
      UUID agency,
      ViolationCategory category,
      Boolean repeat,
      LocalDate asOf) {
    return new DisclosedIncidentFilter(
        query, period, agency, category, null, null, null, null, null, null, repeat, null, asOf);
  }
}

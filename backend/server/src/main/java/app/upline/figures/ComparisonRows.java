package app.upline.figures;

import app.upline.figures.Comparison.Cell;
import app.upline.figures.Suppression.Raw;
import app.upline.incident.IncidentFacets;
import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.UsState;
import app.upline.submission.HeldByCarrier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the other agencies of a carrier told it of one quarter. Quarters do not overlap, and each is
 * counted as the carrier held it when it closed: neither two ranges nor two days can be taken from
 * each other. Every code has its cell, so that none tells by being absent.
 */
@Singleton
final class ComparisonRows {

  private static final String OTHERS =
      """
      select %s as code, count(*) as n, count(distinct d.agency_id) as agencies
      from incident_disclosure_facet f
      %s
      where f.carrier_id = ? and d.agency_id <> ?
      """;

  /** As the first disclosure said it that was not taken back: a later one cannot change it. */
  private static final String TIMELINESS =
      """
      (select case when s.late then 'LATE' else 'ON_TIME' end
       from incident_disclosure e
       join submission_incident s on s.submission_id = e.submission_id and s.revision = e.submission_revision
         and s.incident_id = e.incident_id
       where e.carrier_id = d.carrier_id and e.incident_id = d.incident_id
         and (not e.withdrawn or e.disclosed_from = d.disclosed_from)
       order by e.disclosed_from limit 1)
      """;

  private final Database database;

  ComparisonRows(Database database) {
    this.database = database;
  }

  Comparison of(UUID agencyId, UUID carrierId, Quarter quarter, ZoneId zone) {
    Instant at = quarter.closedAt(zone);
    Function<String, Map<String, Raw>> by =
        expression -> counts(agencyId, carrierId, quarter, at, expression);
    Raw total = by.apply("'ALL'").getOrDefault("ALL", none("ALL"));
    return new Comparison(
        carrierId,
        quarter,
        at,
        Suppression.total(total),
        cells(total, quarter.months().toArray(), by.apply("x.period")),
        cells(total, ViolationCategory.values(), by.apply("x.primary_category")),
        cells(total, Severity.values(), by.apply("x.severity")),
        cells(total, UsState.values(), by.apply("x.state")),
        cells(total, new String[] {"ON_TIME", "LATE"}, by.apply(TIMELINESS)));
  }

  private Map<String, Raw> counts(
      UUID agencyId, UUID carrierId, Quarter quarter, Instant at, String expression) {
    Sql sql =
        Sql.of(OTHERS.formatted(expression, HeldByCarrier.incident("f", at)), carrierId, agencyId)
            .addIn("and f.facet in", quarter.months().stream().map(IncidentFacets::period).toList())
            .add("and f.facet = concat('period:', x.period) group by code");
    return database
        .query(
            sql, row -> new Raw(row.getString("code"), row.getLong("n"), row.getLong("agencies")))
        .stream()
        .collect(Collectors.toMap(Raw::code, Function.identity()));
  }

  private static List<Cell> cells(Raw total, Object[] codes, Map<String, Raw> counts) {
    return Suppression.cells(
        total,
        Arrays.stream(codes)
            .map(Object::toString)
            .map(code -> counts.getOrDefault(code, none(code)))
            .toList());
  }

  private static Raw none(String code) {
    return new Raw(code, 0, 0);
  }
}

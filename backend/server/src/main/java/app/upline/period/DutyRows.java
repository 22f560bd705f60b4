package app.upline.period;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What tells whether a month is owed, without counting what lies in it. */
@Singleton
final class DutyRows {

  /** How much of what an agency has not disclosed to one carrier is looked at. */
  static final int MOST = 1_000;

  private static final String UNDISCLOSED =
      """
      select r.period, count(*) as incidents
      from (select u.incident_id from undisclosed_incident u where u.agency_id = ? and u.carrier_id = ? limit ?) w
      join incident r on r.id = w.incident_id
      where r.first_submitted_at is null
      group by r.period
      """;

  private static final String SOMETHING =
      """
      exists (select 1 from incident r where r.agency_id = ? and r.carrier_id = ? and r.period = m.period)
      or exists (select 1 from submission_period p
        join submission s on s.id = p.submission_id and s.submitted_revision = p.revision
          and s.status in ('SUBMITTED', 'RETURNED', 'ACKNOWLEDGED')
        where p.agency_id = ? and p.carrier_id = ? and p.period = m.period)
      """;

  private final Database database;

  DutyRows(Database database) {
    this.database = database;
  }

  /** Recorded and never submitted to the carrier, by month, as far as is looked at. */
  Map<YearMonth, Integer> undisclosed(UUID agencyId, UUID carrierId) {
    Map<YearMonth, Integer> months = new TreeMap<>();
    database.query(
        Sql.of(UNDISCLOSED, agencyId, carrierId, MOST),
        row -> months.put(YearMonth.parse(row.getString("period")), row.getInt("incidents")));
    return months;
  }

  /**
   * In which of these months anything was recorded, or the carrier was told anything that stands:
   * no declaration of nothing is owed for them.
   */
  Set<YearMonth> withSomething(UUID agencyId, UUID carrierId, List<YearMonth> months) {
    if (months.isEmpty()) {
      return Set.of();
    }
    List<String> rows = new ArrayList<>();
    months.forEach(month -> rows.add("select ? as period"));
    Sql sql =
        Sql.of("select m.period from (")
            .add(
                String.join(" union all ", rows),
                months.stream().map(YearMonth::toString).toArray())
            .add(") m where")
            .add(SOMETHING, agencyId, carrierId, agencyId, carrierId);
    return new HashSet<>(database.query(sql, row -> YearMonth.parse(row.getString("period"))));
  }
}

package app.upline.period;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of the months of some agencies: a fixed number of queries for a page, each over the
 * key ranges of these agencies and months alone.
 */
@Singleton
final class PeriodRows {

  private static final String TOLD =
      """
      select p.agency_id, p.carrier_id, p.period,
        count(distinct s.id) as submissions,
        count(distinct case when s.status = 'RETURNED' then s.id end) as returned,
        count(distinct case when s.status = 'ACKNOWLEDGED' then s.id end) as acknowledged,
        count(distinct v.incident_id) as incidents,
        count(distinct case when i.late then v.incident_id end) as late,
        coalesce(max(s.nil), false) as nil,
        coalesce(max(s.nil and w.late_items > 0), false) as nil_late
      from submission_period p force index (submission_period_by_agency)
      join submission s on s.id = p.submission_id and s.sealed_revision = p.revision
        and s.status in ('SUBMITTED', 'RETURNED', 'ACKNOWLEDGED')
      join submission_revision w on w.submission_id = p.submission_id and w.revision = p.revision
      left join submission_incident i on i.submission_id = p.submission_id and i.revision = p.revision
      left join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision and v.period = p.period
      where p.period between ? and ?
      """;

  private static final String OWN =
      """
      select r.agency_id, r.carrier_id, r.period,
        count(*) as recorded,
        sum(r.first_submitted_at is null) as undisclosed,
        sum(r.first_submitted_at is not null and u.incident_id is not null) as follow_ups,
        0 as in_draft
      from incident r force index (incident_by_period)
      left join undisclosed_incident u on u.incident_id = r.id
      where r.period between ? and ?
      """;

  private static final String DRAFTED =
      """
      select s.agency_id, s.carrier_id, v.period, 0 as recorded, 0 as undisclosed, 0 as follow_ups,
        count(distinct i.incident_id) as in_draft
      from submission s
      join submission_incident i on i.submission_id = s.id and i.revision = s.revision
      join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision
      where s.agency_id = ? and s.status = 'DRAFT' and s.kind = 'INCIDENTS' and v.period between ? and ?
      group by s.agency_id, s.carrier_id, v.period
      """;

  private final Database database;

  PeriodRows(Database database) {
    this.database = database;
  }

  /** One month of one agency with one carrier. */
  record Key(UUID agencyId, UUID carrierId, YearMonth period) {}

  Map<Key, Told> told(Collection<UUID> agencies, Collection<UUID> carriers, Months months) {
    Map<Key, Told> told = new HashMap<>();
    if (agencies.isEmpty() || carriers.isEmpty()) {
      return told;
    }
    database.query(
        scoped(TOLD, "p", agencies, carriers, months), row -> told.put(key(row), told(row)));
    return told;
  }

  /** Of one agency alone: nobody else may know it. */
  Map<Key, Own> own(UUID agency, Collection<UUID> carriers, Months months) {
    Map<Key, Own> own = new HashMap<>();
    if (carriers.isEmpty()) {
      return own;
    }
    Database.Mapper<Own> add = row -> own.merge(key(row), own(row), PeriodRows::together);
    database.query(scoped(OWN, "r", List.of(agency), carriers, months), add);
    database.query(Sql.of(DRAFTED, agency, months.from().toString(), months.to().toString()), add);
    return own;
  }

  /** What agencies have recorded for a carrier; for work in the service's own name alone. */
  Map<Key, Own> undisclosed(Collection<UUID> agencies, UUID carrier, Months months) {
    Map<Key, Own> own = new HashMap<>();
    if (!agencies.isEmpty()) {
      database.query(
          scoped(OWN, "r", agencies, List.of(carrier), months), row -> own.put(key(row), own(row)));
    }
    return own;
  }

  private static Sql scoped(
      String select,
      String table,
      Collection<UUID> agencies,
      Collection<UUID> carriers,
      Months months) {
    return Sql.of(select, months.from().toString(), months.to().toString())
        .addIn("and " + table + ".agency_id in", agencies)
        .addIn("and " + table + ".carrier_id in", carriers)
        .add("group by %1$s.agency_id, %1$s.carrier_id, %1$s.period".formatted(table));
  }

  private static Own together(Own one, Own other) {
    return new Own(
        one.recorded() + other.recorded(),
        one.undisclosed() + other.undisclosed(),
        one.followUps() + other.followUps(),
        one.inDraft() + other.inDraft());
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        uuid(row, "agency_id"), uuid(row, "carrier_id"), YearMonth.parse(row.getString("period")));
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getInt("submissions"),
        row.getInt("returned"),
        row.getInt("acknowledged"),
        row.getInt("incidents"),
        row.getInt("late"),
        row.getBoolean("nil"),
        row.getBoolean("nil_late"));
  }

  private static Own own(ResultSet row) throws SQLException {
    return new Own(
        row.getInt("recorded"),
        row.getInt("undisclosed"),
        row.getInt("follow_ups"),
        row.getInt("in_draft"));
  }
}

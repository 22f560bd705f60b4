package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.ContractMonth;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What submissions say of the months of some agencies, by queries over the key ranges of these
 * agencies and months alone. Called inside a transaction.
 */
@Singleton
public final class ReportedMonths {

  private static final String COLUMNS =
      """
      p.agency_id, p.carrier_id, p.period,
        count(distinct s.id) as submissions,
        count(distinct case when s.status = 'RETURNED' then s.id end) as returned,
        count(distinct case when s.status = 'ACKNOWLEDGED' then s.id end) as acknowledged,
        count(distinct d.incident_id) as incidents,
        count(distinct case when i.late then d.incident_id end) as late,
        coalesce(max(s.nil), false) as nil,
        coalesce(max(s.nil and w.late_items > 0), false) as nil_late
      """;

  private static final KeyOrder REPORTED =
      KeyOrder.of("submission_period p", "submission_period_by_agency")
          .with(
              """
              join submission s on s.id = p.submission_id and s.submitted_revision = p.revision
                and s.status in ('SUBMITTED', 'RETURNED', 'ACKNOWLEDGED')
              join submission_revision w on w.submission_id = p.submission_id and w.revision = p.revision
              left join submission_incident i on i.submission_id = p.submission_id and i.revision = p.revision
              left join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision and v.period = p.period
              left join incident_disclosure d on d.carrier_id = p.carrier_id and d.incident_id = v.incident_id and %s
              """
                  .formatted(HeldByCarrier.now("d")));

  private static final String DRAFTED =
      """
      select s.agency_id, s.carrier_id, v.period, count(distinct i.incident_id) as incidents,
        count(distinct case when r.first_submitted_at is null then i.incident_id end) as first_time
      from submission s
      join submission_incident i on i.submission_id = s.id and i.revision = s.revision
      join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision
      join incident r on r.id = i.incident_id
      where s.agency_id = ? and s.status = 'DRAFT' and s.kind = 'INCIDENTS' and v.period between ? and ?
      group by s.agency_id, s.carrier_id, v.period
      """;

  private final Database database;

  ReportedMonths(Database database) {
    this.database = database;
  }

  /** What carriers were told of the months from the first to the last. */
  public Map<ContractMonth, ReportedCounts> reported(
      Collection<UUID> agencies, Collection<UUID> carriers, YearMonth from, YearMonth to) {
    Map<ContractMonth, ReportedCounts> reported = new HashMap<>();
    if (agencies.isEmpty() || carriers.isEmpty()) {
      return reported;
    }
    database.query(
        REPORTED
            .select(COLUMNS)
            .add("where p.period between ? and ?", from.toString(), to.toString())
            .addIn("and p.agency_id in", agencies)
            .addIn("and p.carrier_id in", carriers)
            .add("group by p.agency_id, p.carrier_id, p.period"),
        row -> reported.put(month(row), counts(row)));
    return reported;
  }

  /**
   * Incidents of one month in drafts.
   *
   * @param firstTime of them, those the carrier has never received; the others are follow-ups
   */
  public record Drafted(int incidents, int firstTime) {
    public static final Drafted NOTHING = new Drafted(0, 0);
  }

  /** What of each month is in a draft, which the agency alone may know. */
  public Map<ContractMonth, Drafted> drafted(UUID agencyId, YearMonth from, YearMonth to) {
    Map<ContractMonth, Drafted> drafted = new HashMap<>();
    database.query(
        Sql.of(DRAFTED, agencyId, from.toString(), to.toString()),
        row ->
            drafted.put(
                month(row), new Drafted(row.getInt("incidents"), row.getInt("first_time"))));
    return drafted;
  }

  private static ContractMonth month(ResultSet row) throws SQLException {
    return new ContractMonth(
        uuid(row, "agency_id"), uuid(row, "carrier_id"), YearMonth.parse(row.getString("period")));
  }

  private static ReportedCounts counts(ResultSet row) throws SQLException {
    return new ReportedCounts(
        row.getInt("submissions"),
        row.getInt("returned"),
        row.getInt("acknowledged"),
        row.getInt("incidents"),
        row.getInt("late"),
        row.getBoolean("nil"),
        row.getBoolean("nil_late"));
  }
}

package app.upline.incident;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.ContractMonth;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How many incidents agencies have recorded of each month, whether a carrier knows of them or not:
 * for an agency of itself, and for work in the service's own name. Called inside a transaction.
 */
@Singleton
public final class RecordedMonths {

  private static final String RECORDED =
      """
      select r.agency_id, r.carrier_id, r.period,
        sum(r.voided = false) as recorded,
        sum(r.first_submitted_at is null and r.voided = false) as undisclosed,
        sum(r.first_submitted_at is not null and u.incident_id is not null) as follow_ups
      from incident r
      left join undisclosed_incident u on u.incident_id = r.id
      where r.period between ? and ?
      """;

  private final Database database;

  RecordedMonths(Database database) {
    this.database = database;
  }

  /**
   * Of one month. What was voided is none of it, but that a carrier has still to be told of that.
   *
   * @param recorded incidents discovered in it
   * @param undisclosed of them, those the carrier has never received
   * @param followUps changed since the carrier received them
   */
  public record Counts(int recorded, int undisclosed, int followUps) {
    public static final Counts NOTHING = new Counts(0, 0, 0);
  }

  /** The months from the first to the last in which anything was recorded. */
  public Map<ContractMonth, Counts> of(
      Collection<UUID> agencies, Collection<UUID> carriers, YearMonth from, YearMonth to) {
    Map<ContractMonth, Counts> counts = new HashMap<>();
    if (agencies.isEmpty() || carriers.isEmpty()) {
      return counts;
    }
    database.query(
        Sql.of(RECORDED, from.toString(), to.toString())
            .addIn("and r.agency_id in", agencies)
            .addIn("and r.carrier_id in", carriers)
            .add("group by r.agency_id, r.carrier_id, r.period"),
        row ->
            counts.put(
                new ContractMonth(
                    uuid(row, "agency_id"),
                    uuid(row, "carrier_id"),
                    YearMonth.parse(row.getString("period"))),
                new Counts(
                    row.getInt("recorded"), row.getInt("undisclosed"), row.getInt("follow_ups"))));
    return counts;
  }
}

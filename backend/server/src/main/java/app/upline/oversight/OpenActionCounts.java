package app.upline.oversight;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the corrective action plans that are neither closed nor canceled. */
@Singleton
public final class OpenActionCounts {

  private static final String OPEN =
      """
      select count(distinct p.id) as plans, coalesce(sum(t.state <> 'ACCEPTED'), 0) as items,
        coalesce(sum(t.state <> 'ACCEPTED' and t.due_date < ?), 0) as overdue
      from corrective_action_plan p
      left join corrective_action_item t on t.plan_id = p.id
      where p.state in ('ISSUED', 'READY_FOR_VALIDATION')
      """;

  private final Database database;

  OpenActionCounts(Database database) {
    this.database = database;
  }

  /** Of a carrier, whichever agency has to act. */
  public OpenActions ofCarrier(UUID carrierId, ZoneId zone, Instant now) {
    return open(zone, now, carrierId, null);
  }

  /** Of an agency toward these carriers, each where its own day is. */
  public OpenActions ofAgency(UUID agencyId, Map<UUID, ZoneId> carriers, Instant now) {
    return carriers.entrySet().stream()
        .map(carrier -> open(carrier.getValue(), now, carrier.getKey(), agencyId))
        .reduce(new OpenActions(0, 0, 0), OpenActions::plus);
  }

  private OpenActions open(ZoneId zone, Instant now, UUID carrierId, @Nullable UUID agencyId) {
    Sql sql =
        Sql.of(OPEN, LocalDate.ofInstant(now, zone))
            .add("and p.carrier_id = ?", carrierId)
            .addIf(agencyId, "and p.agency_id = ?");
    return database
        .first(
            sql,
            row ->
                new OpenActions(row.getLong("plans"), row.getLong("items"), row.getLong("overdue")))
        .orElseThrow();
  }
}

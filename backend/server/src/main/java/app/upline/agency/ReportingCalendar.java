package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When each carrier wants what. Policies are read at each call and never kept, so that a new one
 * counts at once on every server; ask for a carrier's calendar to date many periods by one look-up.
 */
@Singleton
public final class ReportingCalendar {

  private final Database database;

  ReportingCalendar(Database database) {
    this.database = database;
  }

  /** When a carrier wants the incidents of a month. */
  public Due due(UUID carrierId, YearMonth period) {
    return of(carrierId).due(period);
  }

  /** The calendar of a carrier, good for any number of periods. */
  public CarrierCalendar of(UUID carrierId) {
    return Optional.ofNullable(of(List.of(carrierId)).get(carrierId))
        .orElseThrow(() -> new IllegalArgumentException("No carrier with a policy: " + carrierId));
  }

  /** The calendars of several carriers by one query; carriers without a policy are left out. */
  public Map<UUID, CarrierCalendar> of(Collection<UUID> carrierIds) {
    if (carrierIds.isEmpty()) {
      return Map.of();
    }
    Sql sql =
        Sql.of(
                """
                select c.time_zone, p.*
                from carrier c join reporting_policy p on p.carrier_id = c.id
                """)
            .addIn("where c.id in", carrierIds);
    Map<UUID, ZoneId> zones = new HashMap<>();
    Map<UUID, List<ReportingPolicy>> policies = new LinkedHashMap<>();
    database.reading(
        () ->
            database.query(
                sql,
                row -> {
                  UUID carrier = uuid(row, "carrier_id");
                  zones.put(carrier, ZoneId.of(row.getString("time_zone")));
                  return policies
                      .computeIfAbsent(carrier, id -> new ArrayList<>())
                      .add(database.entity(row, PolicyRow.class).policy());
                }));
    Map<UUID, CarrierCalendar> calendars = new LinkedHashMap<>();
    policies.forEach(
        (carrier, list) -> calendars.put(carrier, new CarrierCalendar(zones.get(carrier), list)));
    return calendars;
  }
}

package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which carriers and agencies a caller deals with: those it has a contract with, and itself. */
@Singleton
public final class Directory {

  private final Database database;
  private final ReportingCalendar calendar;
  private final AgencyList agencies;
  private final Clock clock;

  Directory(Database database, AgencyList agencies, ReportingCalendar calendar, Clock clock) {
    this.database = database;
    this.agencies = agencies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The caller's carriers by name; for a carrier's people, that carrier alone. */
  public List<Carrier> carriers(CurrentUser user) {
    return named(visibleCarriers(user).add("order by c.name"));
  }

  /** One of the caller's carriers. */
  public Optional<Carrier> carrier(CurrentUser user, UUID carrierId) {
    return named(visibleCarriers(user).add("and c.id = ?", carrierId)).stream().findFirst();
  }

  /**
   * The agencies contracted with the caller's carrier, by name; for an agency's people, that agency
   * alone.
   */
  public Page<Agency> agencies(CurrentUser user, PageRequest page) {
    return database.reading(() -> agencies.page(user, page));
  }

  /** The carriers an agency has a contract with. */
  public List<UUID> contractedCarriers(UUID agencyId) {
    return database.query(
        Sql.of("select carrier_id from agency_contract where agency_id = ?", agencyId),
        row -> uuid(row, "carrier_id"));
  }

  private static Sql visibleCarriers(CurrentUser user) {
    Sql sql = Sql.of("select c.id, c.name from carrier c");
    return user.kind() == OrganizationKind.CARRIER
        ? sql.add("where c.id = ?", user.carrierId())
        : sql.add(
            "where exists (select 1 from agency_contract k where k.agency_id = ? and k.carrier_id ="
                + " c.id)",
            user.agencyId());
  }

  /** The carriers with the policy that is in force where each of them is. */
  private List<Carrier> named(Sql sql) {
    return database.reading(
        () -> {
          Map<UUID, String> names = new LinkedHashMap<>();
          database.query(sql, row -> names.put(uuid(row, "id"), row.getString("name")));
          Map<UUID, CarrierCalendar> calendars = calendar.of(names.keySet());
          return names.keySet().stream()
              .filter(calendars::containsKey)
              .map(id -> carrier(id, names.get(id), calendars.get(id)))
              .toList();
        });
  }

  private Carrier carrier(UUID id, String name, CarrierCalendar calendar) {
    return new Carrier(id, name, calendar.timeZone(), calendar.policyAt(clock.instant()));
  }
}

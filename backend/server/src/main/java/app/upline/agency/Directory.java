package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which carriers and agencies a caller deals with: those it has a contract with, and itself. */
@Singleton
public final class Directory {

  private final Database database;
  private final ReportingCalendar calendar;
  private final AgencyList agencies;
  private final ProfileRows profiles;
  private final ContractTerms terms;
  private final Clock clock;

  Directory(
      Database database,
      AgencyList agencies,
      ReportingCalendar calendar,
      ProfileRows profiles,
      ContractTerms terms,
      Clock clock) {
    this.profiles = profiles;
    this.terms = terms;
    this.database = database;
    this.agencies = agencies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The caller's carriers by name; for a carrier's people, that carrier alone. */
  public List<Carrier> carriers(CurrentUser user) {
    return named(user, visibleCarriers(user).add("order by c.name"));
  }

  /** One of the caller's carriers. */
  public Optional<Carrier> carrier(CurrentUser user, UUID carrierId) {
    return named(user, visibleCarriers(user).add("and c.id = ?", carrierId)).stream().findFirst();
  }

  /**
   * The agencies contracted with the caller's carrier, by name; for an agency's people, that agency
   * alone.
   */
  public Page<Agency> agencies(
      CurrentUser user, AgencyFilter filter, Direction direction, PageRequest page) {
    return database.reading(() -> agencies.page(user, filter, direction, page));
  }

  /** One of these agencies; empty for one that the caller has nothing to do with. */
  public Optional<Agency> agency(CurrentUser user, UUID agencyId) {
    return database.reading(() -> agencies.find(user, agencyId));
  }

  /** As it was called, where it stood, and by which contract, on a day. */
  public Optional<Agency> agencyOn(CurrentUser user, UUID agencyId, LocalDate day) {
    return database.reading(
        () ->
            agencies
                .find(user, agencyId)
                .map(
                    now ->
                        profiles
                            .on(agencyId, day)
                            .map(ProfileRow::profile)
                            .map(now::as)
                            .orElse(now))
                .map(then -> then.under(terms.on(user, agencyId, then.contract(), day)))
                .map(then -> user.kind() == OrganizationKind.AGENCY ? then.withoutUpline() : then));
  }

  /** The last days of an agency's contracts that have an end, by carrier. */
  public Map<UUID, LocalDate> contractEnds(UUID agencyId) {
    Map<UUID, LocalDate> ends = new HashMap<>();
    database.query(
        Sql.of(
            "select carrier_id, ends_on from agency_contract where agency_id = ? and ends_on is not null",
            agencyId),
        row -> ends.put(uuid(row, "carrier_id"), row.getObject("ends_on", LocalDate.class)));
    return ends;
  }

  /** The carriers an agency has a contract with, or had. */
  public List<UUID> contractedCarriers(UUID agencyId) {
    return database.query(
        Sql.of("select carrier_id from agency_contract where agency_id = ?", agencyId),
        row -> uuid(row, "carrier_id"));
  }

  private static Sql visibleCarriers(CurrentUser user) {
    return user.kind() == OrganizationKind.CARRIER
        ? Sql.of("select c.id, c.name from carrier c where c.id = ?", user.carrierId())
        : Sql.of(
            """
            select c.id, c.name, k.since, k.ends_on, k.end_reason, k.in_force, k.version
            from agency_contract k join carrier c on c.id = k.carrier_id
            where k.agency_id = ?
            """,
            user.agencyId());
  }

  /** A carrier without its dates. */
  private record Named(UUID id, String name, @Nullable AgencyContract contract) {}

  /** The carriers with the policy that is in force where each of them is. */
  private List<Carrier> named(CurrentUser user, Sql sql) {
    return database.reading(
        () -> {
          List<Named> all = database.query(sql, row -> named(user, row));
          Map<UUID, CarrierCalendar> calendars = calendar.of(all.stream().map(Named::id).toList());
          return all.stream()
              .filter(one -> calendars.containsKey(one.id()))
              .map(one -> carrier(one, calendars.get(one.id())))
              .toList();
        });
  }

  private static Named named(CurrentUser user, ResultSet row) throws SQLException {
    return new Named(
        uuid(row, "id"),
        row.getString("name"),
        user.kind() == OrganizationKind.CARRIER ? null : AgencyList.contract(row, "version"));
  }

  private Carrier carrier(Named one, CarrierCalendar calendar) {
    return new Carrier(
        one.id(),
        one.name(),
        calendar.timeZone(),
        calendar.policyAt(clock.instant()),
        one.contract());
  }
}

package app.upline.period;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.UplineSearch;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.ReportingPeriod.Side;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is contracted with whom, and since when. */
@Singleton
final class Contracts {

  private static final String COLUMNS =
      """
      a.id as agency_id, a.name as agency_name, c.id as carrier_id, c.name as carrier_name,
        coalesce(k.since, date(a.created_at)) as since, k.ends_on
      """;

  private static final String PARTIES =
      """
      join agency a on a.id = k.agency_id
      join carrier c on c.id = k.carrier_id
      """;

  private static final KeyOrder BY_CARRIER =
      KeyOrder.of("agency_contract k", "agency_contract_by_carrier").with(PARTIES);

  private final Database database;

  Contracts(Database database) {
    this.database = database;
  }

  /**
   * An agency and a carrier; the carrier may expect reports from {@code since} on.
   *
   * @param until the last month with a day of the contract; null while no end is agreed
   */
  record Contract(Side agency, Side carrier, YearMonth since, @Nullable YearMonth until) {

    /** What the carrier, with this calendar, expects of a month. */
    Expectation expected(CarrierCalendar carrier, YearMonth month, Instant now) {
      return new Expectation(carrier.due(month), expectedSince(carrier), until, now);
    }

    /** The first month of which the carrier, with this calendar, expects anything. */
    private YearMonth expectedSince(CarrierCalendar carrier) {
      YearMonth firstAsked = YearMonth.from(carrier.policies().getFirst().effectiveFrom());
      return since.isAfter(firstAsked) ? since : firstAsked;
    }
  }

  /** All of an agency's, by the carriers' names. */
  List<Contract> ofAgency(CurrentUser user, @Nullable UUID carrierId) {
    return database.query(
        Sql.of("select " + COLUMNS + "from agency_contract k")
            .add(PARTIES)
            .add("where k.agency_id = ?", user.agencyId())
            .addIf(carrierId, "and k.carrier_id = ?")
            .add("order by c.name, c.id"),
        Contracts::contract);
  }

  /** A page of a carrier's, one more than was wanted. */
  List<Contract> ofCarrier(
      CurrentUser user,
      @Nullable UUID agencyId,
      @Nullable String upline,
      Direction direction,
      PageRequest page) {
    Sql sql =
        BY_CARRIER
            .select(COLUMNS)
            .add("where k.carrier_id = ?", user.carrierId())
            .addIf(agencyId, "and k.agency_id = ?");
    UplineSearch.filter(sql, upline, "k.agency_id");
    if (!page.isFirst()) {
      sql.add("and k.agency_id " + direction.beyond() + " ?", page.afterId());
    }
    return database.query(
        sql.add("order by k.agency_id" + direction.suffix() + " limit ?", page.limit() + 1),
        Contracts::contract);
  }

  /** The next of a carrier's by the agencies' ids, for work in the service's own name. */
  List<Contract> after(UUID carrierId, @Nullable UUID agencyId, int limit) {
    return database.query(
        BY_CARRIER
            .select(COLUMNS)
            .add("where k.carrier_id = ?", carrierId)
            .addIf(agencyId, "and k.agency_id > ?")
            .add("order by k.agency_id limit ?", limit),
        Contracts::contract);
  }

  /** Whether the caller has to do with the other side. */
  boolean knows(CurrentUser user, UUID otherId) {
    boolean isAgency = user.kind() == OrganizationKind.AGENCY;
    return database
        .first(
            Sql.of(
                "select 1 from agency_contract where agency_id = ? and carrier_id = ?",
                isAgency ? user.agencyId() : otherId,
                isAgency ? otherId : user.carrierId()),
            row -> 1)
        .isPresent();
  }

  private static Contract contract(ResultSet row) throws SQLException {
    LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
    return new Contract(
        new Side(uuid(row, "agency_id"), row.getString("agency_name")),
        new Side(uuid(row, "carrier_id"), row.getString("carrier_name")),
        YearMonth.from(row.getObject("since", LocalDate.class)),
        endsOn == null ? null : YearMonth.from(endsOn));
  }
}

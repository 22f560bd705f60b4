package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.NameSearch;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of agencies by name. The contract holds the name too, so that a page is a range of it. */
@Singleton
final class AgencyList {

  private static final String COLUMNS =
      "a.id, a.name, a.npn, a.level, a.version, " + UplineSearch.NAME + " as upline_name";

  private static final String WITH_CONTRACT =
      COLUMNS + ", k.since, k.ends_on, k.end_reason, k.in_force, k.version as contract_version";

  private static final KeyOrder CONTRACTED =
      KeyOrder.of("agency_contract k", "agency_contract_by_name")
          .with("join agency a on a.id = k.agency_id");

  private final Database database;
  private final KeyedList<Agency> contracted;
  private final KeyedList<Agency> itself;

  AgencyList(Database database) {
    this.database = database;
    this.contracted =
        new KeyedList<>(database, WITH_CONTRACT, UplineSearch.JOIN, AgencyList::contracted);
    this.itself = new KeyedList<>(database, COLUMNS, UplineSearch.JOIN, row -> agency(row, null));
  }

  Page<Agency> page(
      CurrentUser user, AgencyFilter filter, Direction direction, PageRequest request) {
    return switch (user.kind()) {
      case CARRIER -> contracted.page(contracted(user).in(direction), ofCarrier(filter), request);
      case AGENCY ->
          itself
              .page(itself(user).in(direction), filters(filter), request)
              .map(Agency::withoutUpline);
    };
  }

  private static Sql filters(AgencyFilter filter) {
    return NameSearch.filter(new Sql(), filter.query(), "a.name", "a.npn")
        .addIf(filter.level(), "and a.level = ?");
  }

  /** What an agency is not shown of itself, it is not found by. */
  private static Sql ofCarrier(AgencyFilter filter) {
    return NameSearch.filter(filters(filter), filter.upline(), UplineSearch.NAME, null)
        .addIf(filter.inForce(), "and k.in_force = ?");
  }

  /** One of them; empty for one that the caller has nothing to do with. */
  Optional<Agency> find(CurrentUser user, UUID agencyId) {
    return switch (user.kind()) {
      case CARRIER ->
          database.first(
              Sql.of("select " + WITH_CONTRACT)
                  .add(
                      " from agency_contract k join agency a on a.id = k.agency_id "
                          + UplineSearch.JOIN)
                  .add("where k.carrier_id = ? and k.agency_id = ?", user.carrierId(), agencyId),
              AgencyList::contracted);
      case AGENCY ->
          agencyId.equals(user.agencyId())
              ? database
                  .first(
                      Sql.of("select " + COLUMNS + " from agency a " + UplineSearch.JOIN)
                          .add("where a.id = ?", agencyId),
                      row -> agency(row, null))
                  .map(Agency::withoutUpline)
              : Optional.empty();
    };
  }

  private static KeyRange contracted(CurrentUser user) {
    return KeyRange.of(
        CONTRACTED,
        List.of(KeyColumn.text("k.agency_name"), KeyColumn.id("k.agency_id")),
        "k.carrier_id = ?",
        user.carrierId());
  }

  private static KeyRange itself(CurrentUser user) {
    return KeyRange.of(
        KeyOrder.of("agency a", "primary"),
        List.of(KeyColumn.id("a.id")),
        "a.id = ?",
        user.agencyId());
  }

  private static Agency contracted(ResultSet row) throws SQLException {
    return agency(row, contract(row, "contract_version"));
  }

  /** The contract in a row that has its columns. */
  static AgencyContract contract(ResultSet row, String version) throws SQLException {
    return new AgencyContract(
        row.getObject("since", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getString("end_reason"),
        row.getBoolean("in_force"),
        row.getInt(version));
  }

  private static Agency agency(ResultSet row, @Nullable AgencyContract contract)
      throws SQLException {
    return new Agency(
        uuid(row, "id"),
        row.getString("name"),
        row.getString("npn"),
        EntityType.valueOf(row.getString("level")),
        row.getString("upline_name"),
        contract,
        row.getInt("version"));
  }
}

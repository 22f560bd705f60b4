package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Pages of agencies by name. The contract holds the name too, so that a page is a range of it. */
@Singleton
final class AgencyList {

  private static final String COLUMNS = "a.id, a.name, a.npn, a.level, u.name as upline_name";

  private static final KeyOrder CONTRACTED =
      KeyOrder.of("agency_contract k", "agency_contract_by_name")
          .with("join agency a on a.id = k.agency_id");

  private final KeyedList<Agency> list;

  AgencyList(Database database) {
    this.list =
        new KeyedList<>(
            database,
            COLUMNS,
            "left join agency u on u.id = a.upline_agency_id",
            AgencyList::agency);
  }

  Page<Agency> page(CurrentUser user, PageRequest request) {
    return switch (user.kind()) {
      case CARRIER -> list.page(contracted(user), new Sql(), request);
      // Which agency is above it is for the carrier to know, not for the agency to be told.
      case AGENCY -> list.page(itself(user), new Sql(), request).map(AgencyList::withoutUpline);
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

  private static Agency withoutUpline(Agency agency) {
    return new Agency(agency.id(), agency.name(), agency.npn(), agency.level(), null);
  }

  private static Agency agency(ResultSet row) throws SQLException {
    return new Agency(
        uuid(row, "id"),
        row.getString("name"),
        row.getString("npn"),
        EntityType.valueOf(row.getString("level")),
        row.getString("upline_name"));
  }
}

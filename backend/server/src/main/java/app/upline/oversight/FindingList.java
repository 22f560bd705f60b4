package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
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
import java.util.UUID;
import java.util.stream.IntStream;

/** Findings on all incidents, one incident after the other, oldest first. */
@Singleton
public final class FindingList {

  private static final String COLUMNS =
      "f.*, i.reference as incident_reference, a.name as agency, c.name as carrier";

  private static final String JOINS =
      """
      join incident i on i.id = f.incident_id
      join agency a on a.id = f.agency_id
      join carrier c on c.id = f.carrier_id
      """;

  private static final KeyColumn INCIDENT = KeyColumn.id("f.incident_id");
  private static final KeyColumn ID = KeyColumn.id("f.id");

  private final Database database;
  private final KeyedList<Listed> list;
  private final FindingAnswers answers;

  FindingList(Database database, FindingAnswers answers) {
    this.database = database;
    this.list = new KeyedList<>(database, COLUMNS, JOINS, this::listed);
    this.answers = answers;
  }

  /** A finding, with what it is called that it is of. */
  public record Listed(
      Finding finding, String incidentReference, UUID carrierId, String carrier, String agency) {

    private Listed with(Finding answered) {
      return new Listed(answered, incidentReference, carrierId, carrier, agency);
    }
  }

  /** The carrier's own, or those that the agency may see. */
  public Page<Listed> page(CurrentUser user, PageRequest request) {
    return database.reading(
        () -> {
          Page<Listed> page =
              user.kind() == OrganizationKind.CARRIER
                  ? list.page(ofCarrier(user.carrierId()), new Sql(), request)
                  : list.page(
                      ofAgency(user.agencyId()), Sql.of("and f.visible_to_agency"), request);
          List<Finding> answered = answers.to(page.items().stream().map(Listed::finding).toList());
          List<Listed> items =
              IntStream.range(0, answered.size())
                  .mapToObj(at -> page.items().get(at).with(answered.get(at)))
                  .toList();
          return new Page<>(items, page.next(), null);
        });
  }

  private static KeyRange ofCarrier(UUID carrierId) {
    return KeyRange.of(
        KeyOrder.of("finding f", "finding_by_carrier"),
        List.of(INCIDENT, ID),
        "f.carrier_id = ?",
        carrierId);
  }

  /** The key holds those that the agency may not see, too, which come before the others. */
  private static KeyRange ofAgency(UUID agencyId) {
    return KeyRange.of(
        KeyOrder.of("finding f", "finding_by_agency"),
        List.of(INCIDENT, KeyColumn.number("f.visible_to_agency"), ID),
        "f.agency_id = ?",
        agencyId);
  }

  private Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        database.entity(row, FindingRow.class).finding(),
        row.getString("incident_reference"),
        uuid(row, "carrier_id"),
        row.getString("carrier"),
        row.getString("agency"));
  }
}

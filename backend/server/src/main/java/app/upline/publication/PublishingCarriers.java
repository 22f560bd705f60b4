package app.upline.publication;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Whose resource centers the caller sees: a handful. */
@Singleton
final class PublishingCarriers {

  private static final String OF_AGENCY =
      """
      select c.id, c.time_zone from agency_contract k join carrier c on c.id = k.carrier_id
      where k.agency_id = ? and k.in_force
      """;

  private final Database database;
  private final Clock clock;

  PublishingCarriers(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A carrier.
   *
   * @param today the day where it is
   */
  record Seen(UUID id, ZoneId zone, LocalDate today) {}

  /** Those whose resource centers the caller sees, in the order of their ids: a handful. */
  List<Seen> of(CurrentUser user) {
    Sql sql =
        user.kind() == OrganizationKind.CARRIER
            ? Sql.of("select id, time_zone from carrier where id = ?", user.carrierId())
            : Sql.of(OF_AGENCY, user.agencyId());
    return database
        .query(
            sql,
            row -> {
              ZoneId zone = ZoneId.of(row.getString("time_zone"));
              return new Seen(uuid(row, "id"), zone, LocalDate.ofInstant(clock.instant(), zone));
            })
        .stream()
        .sorted(Comparator.comparing(Seen::id))
        .toList();
  }
}

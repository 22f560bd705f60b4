package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which carriers and agencies a caller deals with: those it has a contract with, and itself. */
@Singleton
public final class Directory {

  private static final String CARRIERS =
      """
      select c.id, c.name, c.time_zone, p.*
      from carrier c
      join reporting_policy p on p.carrier_id = c.id
        and p.effective_from = (select max(q.effective_from) from reporting_policy q
                                where q.carrier_id = c.id and q.effective_from <= ?)
      """;

  private final Database database;
  private final Clock clock;

  Directory(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The caller's carriers by name; for a carrier's people, that carrier alone. */
  public List<Carrier> carriers(CurrentUser user) {
    Sql sql = visibleCarriers(user).add("order by c.name");
    return database.reading(() -> database.query(sql, Directory::carrier));
  }

  /** One of the caller's carriers. */
  public Optional<Carrier> carrier(CurrentUser user, UUID carrierId) {
    Sql sql = visibleCarriers(user).add("and c.id = ?", carrierId);
    return database.reading(() -> database.first(sql, Directory::carrier));
  }

  /**
   * The agencies contracted with the caller's carrier, in the order in which they were entered; for
   * an agency's people, that agency alone.
   */
  public Page<Agency> agencies(CurrentUser user, PageRequest page) {
    Sql sql =
        switch (user.kind()) {
          case AGENCY ->
              Sql.of(
                  "select a.id, a.name, a.npn, a.level, null as upline_name from agency a where a.id = ?",
                  user.agencyId());
          case CARRIER ->
              Sql.of(
                  """
                  select a.id, a.name, a.npn, a.level, u.name as upline_name
                  from agency_contract k
                  join agency a on a.id = k.agency_id
                  left join agency u on u.id = a.upline_agency_id
                  where k.carrier_id = ?
                  """,
                  user.carrierId());
        };
    if (user.kind() == OrganisationKind.CARRIER) {
      if (!page.isFirst()) {
        sql.add("and k.agency_id > ?", page.after().getFirst());
      }
      sql.add("order by k.agency_id limit ?", page.limit() + 1);
    }
    List<Agency> rows = database.reading(() -> database.query(sql, Directory::agency));
    return Page.of(rows, page.limit(), agency -> List.of(agency.id().toString()));
  }

  /** The carriers an agency has a contract with. */
  public List<UUID> contractedCarriers(UUID agencyId) {
    return database.query(
        Sql.of("select carrier_id from agency_contract where agency_id = ?", agencyId),
        row -> uuid(row, "carrier_id"));
  }

  private Sql visibleCarriers(CurrentUser user) {
    LocalDate today = LocalDate.now(clock);
    return user.kind() == OrganisationKind.CARRIER
        ? Sql.of(CARRIERS, today).add("where c.id = ?", user.carrierId())
        : Sql.of(CARRIERS, today)
            .add(
                "where exists (select 1 from agency_contract k where k.agency_id = ? and k.carrier_id = c.id)",
                user.agencyId());
  }

  private static Carrier carrier(ResultSet row) throws SQLException {
    ReportingPolicy policy =
        new ReportingPolicy(
            row.getObject("effective_from", LocalDate.class),
            row.getString("incident_due_day"),
            row.getBoolean("nil_incident_report_wanted"),
            ReportingPolicy.Notice.valueOf(row.getString("relationship_notice")),
            Database.intOrNull(row, "relationship_notice_days"),
            row.getBoolean("no_relationships_declaration_wanted"),
            row.getString("attestation_version"),
            row.getString("attestation_wording"));
    return new Carrier(
        uuid(row, "id"), row.getString("name"), ZoneId.of(row.getString("time_zone")), policy);
  }

  private static Agency agency(ResultSet row) throws SQLException {
    return new Agency(
        uuid(row, "id"),
        row.getString("name"),
        row.getString("npn"),
        row.getString("level"),
        row.getString("upline_name"));
  }
}

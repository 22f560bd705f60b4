package app.upline.agency;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contracts of agencies with carriers, the newest and those before it. In a transaction. */
@Singleton
final class ContractTerms {

  private final Database database;

  ContractTerms(Database database) {
    this.database = database;
  }

  /** A contract whose day has come, to begin or to have ended. */
  record Turning(UUID agencyId, UUID carrierId, ZoneId timeZone, AgencyContract contract) {}

  /**
   * The one of a day, for a carrier; null where there was none.
   *
   * @param newest the newest one
   */
  @Nullable AgencyContract on(
      CurrentUser user, UUID agencyId, @Nullable AgencyContract newest, LocalDate day) {
    if (user.kind() == OrganizationKind.AGENCY || newest == null) {
      return null;
    }
    if (newest.startsOn() == null || !day.isBefore(newest.startsOn())) {
      return newest.endsOn() == null || !day.isAfter(newest.endsOn()) ? newest : null;
    }
    return database
        .first(
            Sql.of(
                """
                select since, ends_on, end_reason, false as in_force, 0 as version from agency_contract_past
                where agency_id = ? and carrier_id = ? and ends_on >= ? and (since is null or since <= ?)
                order by ends_on limit 1
                """,
                agencyId,
                user.carrierId(),
                day,
                day),
            row -> AgencyList.contract(row, "version"))
        .orElse(null);
  }

  Optional<AgencyContract> lock(UUID agencyId, UUID carrierId) {
    return database.first(
        Sql.of(
            "select since, ends_on, end_reason, in_force, version from agency_contract where agency_id = ? and carrier_id = ? for update",
            agencyId,
            carrierId),
        row -> AgencyList.contract(row, "version"));
  }

  /** Since when changes are not owed by it; empty for one in force, and before it first was. */
  Optional<Instant> outOfForceSince(UUID agencyId, UUID carrierId) {
    return database.first(
        Sql.of(
            "select out_of_force_since from agency_contract where agency_id = ? and carrier_id = ? and out_of_force_since is not null",
            agencyId,
            carrierId),
        row -> instant(row, "out_of_force_since"));
  }

  /** Writes it; the moment at which it goes out of force is kept. */
  void save(UUID agencyId, UUID carrierId, AgencyContract contract, Instant now) {
    // Whether it was in force is asked before it is written: assignments go from left to right.
    database.update(
        Sql.of(
            """
            update agency_contract
            set out_of_force_since = if(?, null, if(in_force, ?, out_of_force_since)),
              since = ?, ends_on = ?, end_reason = ?, in_force = ?, version = version + 1
            where agency_id = ? and carrier_id = ?
            """,
            contract.inForce(),
            now,
            contract.startsOn(),
            contract.endsOn(),
            contract.endReason(),
            contract.inForce(),
            agencyId,
            carrierId));
  }

  /** Keeps one that has ended, before another one takes its place. */
  void keep(UUID agencyId, UUID carrierId, AgencyContract ended) {
    database.update(
        Sql.of(
            "insert into agency_contract_past (agency_id, carrier_id, ends_on, since, end_reason) values (?, ?, ?, ?, ?)",
            agencyId,
            carrierId,
            ended.endsOn(),
            ended.startsOn(),
            ended.endReason()));
  }

  /**
   * Those that no longer are as they say, on any day that it is somewhere.
   *
   * @param latest the latest day on earth
   */
  List<Turning> turning(LocalDate latest) {
    return database.query(
        Sql.of(
            """
            select k.agency_id, k.carrier_id, c.time_zone, k.since, k.ends_on, k.end_reason, k.in_force, k.version
            from agency_contract k join carrier c on c.id = k.carrier_id
            where (k.in_force and k.ends_on < ?)
              or (not k.in_force and k.since <= ? and (k.ends_on is null or k.ends_on >= ?))
            """,
            latest,
            latest,
            latest.minusDays(2)),
        row ->
            new Turning(
                uuid(row, "agency_id"),
                uuid(row, "carrier_id"),
                ZoneId.of(row.getString("time_zone")),
                AgencyList.contract(row, "version")));
  }
}

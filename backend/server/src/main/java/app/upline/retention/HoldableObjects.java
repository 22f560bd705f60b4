package app.upline.retention;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * What an organization may hold: an agency what is its own, a carrier what it was ever told of,
 * also where it was taken back since.
 */
@Singleton
final class HoldableObjects {
  private final Database database;
  private final AgencyLock agencies;

  HoldableObjects(Database database, AgencyLock agencies) {
    this.database = database;
    this.agencies = agencies;
  }

  /**
   * What people call the object; empty when there is none in the caller's sight, for which nobody
   * is waited. No purge comes in between: it waits for the same lock, and what it has just removed
   * is not there.
   */
  Optional<String> reference(CurrentUser user, HoldKind kind, UUID id) {
    return database
        .first(
            Sql.of(inSight(user, kind), id, user.organizationId()),
            row -> Database.uuid(row, "agency_id"))
        .flatMap(
            agency -> {
              agencies.hold(agency);
              return database.first(
                  Sql.of(inSight(user, kind), id, user.organizationId()).add("for update"),
                  row -> row.getString("reference"));
            });
  }

  private static String inSight(CurrentUser user, HoldKind kind) {
    return user.kind() == OrganizationKind.AGENCY
        ? "select agency_id, reference from %s where id = ? and agency_id = ?\n"
            .formatted(kind.word())
        : disclosed(kind);
  }

  private static String disclosed(HoldKind kind) {
    return switch (kind) {
      case RELATIONSHIP ->
          """
          select r.agency_id, r.reference from relationship r
          where r.id = ? and exists (select 1 from disclosure d where d.relationship_id = r.id and d.carrier_id = ?)
          """;
      case INCIDENT ->
          """
          select i.agency_id, i.reference from incident i
          where i.id = ? and exists (select 1 from incident_disclosure d where d.incident_id = i.id and d.carrier_id = ?)
          """;
      case SUBMISSION ->
          "select agency_id, reference from submission where id = ? and receiving_carrier_id = ?\n";
    };
  }
}

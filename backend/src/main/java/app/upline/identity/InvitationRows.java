package app.upline.identity;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The invitations of all organisations; what a caller asks for is held to the caller's. */
@Singleton
class InvitationRows {
  private static final String SELECT = "select i.* from invitation i";

  private final Database database;

  InvitationRows(Database database) {
    this.database = database;
  }

  Page<Invitation> page(CurrentUser caller, PageRequest request) {
    Sql sql = of(caller);
    if (!request.isFirst()) {
      sql.add("and i.id > ?", request.after().getFirst());
    }
    sql.add("order by i.id limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, InvitationRows::invitation),
        request.limit(),
        invitation -> List.of(invitation.id().toString()));
  }

  Optional<Invitation> find(CurrentUser caller, UUID id) {
    return database.first(of(caller).add("and i.id = ?", id), InvitationRows::invitation);
  }

  /** The same, held until the transaction ends. */
  Optional<Invitation> lock(CurrentUser caller, UUID id) {
    return database.first(
        of(caller).add("and i.id = ? for update", id), InvitationRows::invitation);
  }

  /** For whoever holds the link to it. */
  Optional<Invitation> findByLink(UUID id) {
    return database.first(Sql.of(SELECT).add("where i.id = ?", id), InvitationRows::invitation);
  }

  boolean isPending(CurrentUser caller, String email, Instant now) {
    Sql sql =
        of(caller)
            .add("and i.email = ? and i.accepted_at is null and i.revoked_at is null", email)
            .add("and i.expires_at > ? limit 1", now);
    return database.first(sql, InvitationRows::invitation).isPresent();
  }

  void insert(Invitation invitation, @Nullable UUID invitedBy) {
    boolean agency = invitation.kind() == OrganisationKind.AGENCY;
    database.update(
        Sql.of(
            """
            insert into invitation (id, agency_id, carrier_id, email, name, roles, invited_by,
                                    version, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            invitation.id(),
            agency ? invitation.organisationId() : null,
            agency ? null : invitation.organisationId(),
            invitation.email(),
            invitation.name(),
            invitation.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
            invitedBy,
            invitation.version(),
            invitation.createdAt(),
            invitation.expiresAt()));
  }

  void revoke(UUID id, Instant now) {
    database.update(
        Sql.of(
            "update invitation set revoked_at = ?, version = version + 1 where id = ?", now, id));
  }

  /** 1, or 0 when it was accepted or revoked meanwhile. */
  int accept(UUID id, Instant now) {
    return database.update(
        Sql.of(
            """
            update invitation
               set accepted_at = ?, version = version + 1
             where id = ? and accepted_at is null and revoked_at is null""",
            now,
            id));
  }

  private static Sql of(CurrentUser caller) {
    return switch (caller.kind()) {
      case AGENCY -> Sql.of(SELECT).add("where i.agency_id = ?", caller.agencyId());
      case CARRIER -> Sql.of(SELECT).add("where i.carrier_id = ?", caller.carrierId());
    };
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    @Nullable UUID agency = Database.uuidOrNull(row, "agency_id");
    return new Invitation(
        Database.uuid(row, "id"),
        agency != null ? OrganisationKind.AGENCY : OrganisationKind.CARRIER,
        agency != null ? agency : Database.uuid(row, "carrier_id"),
        row.getString("email"),
        row.getString("name"),
        CallerRow.rolesOf(row.getString("roles")),
        row.getInt("version"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"),
        Database.instantOrNull(row, "accepted_at"),
        Database.instantOrNull(row, "revoked_at"));
  }
}

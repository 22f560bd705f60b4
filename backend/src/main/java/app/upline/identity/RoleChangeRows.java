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

/**
 * What waits, or waited, for a second administrator; every statement is held to one organization.
 */
@Singleton
class RoleChangeRows {
  private static final String SELECT =
      """
      select c.*, u.name as user_name, a.name as asker_name, d.name as decider_name
        from role_change c
        left join app_user u on u.id = c.user_id
        join app_user a on a.id = c.asked_by
        left join app_user d on d.id = c.decided_by""";

  private final Database database;

  RoleChangeRows(Database database) {
    this.database = database;
  }

  Page<RoleChange> page(CurrentUser caller, PageRequest request) {
    Sql sql = of(caller);
    if (!request.isFirst()) {
      sql.add("and c.id < ?", request.after().getFirst());
    }
    sql.add("order by c.id desc limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, RoleChangeRows::change),
        request.limit(),
        change -> List.of(change.id().toString()));
  }

  Optional<RoleChange> find(CurrentUser caller, UUID id) {
    return database.first(of(caller).add("and c.id = ?", id), RoleChangeRows::change);
  }

  /** The same, held until the transaction ends. */
  Optional<RoleChange> lock(CurrentUser caller, UUID id) {
    return database.first(of(caller).add("and c.id = ? for update", id), RoleChangeRows::change);
  }

  /** One of this kind that waits, about this person if it is about one. */
  Optional<RoleChange> findWaiting(CurrentUser caller, RoleChange.Kind kind, @Nullable UUID user) {
    Sql sql = of(caller).add("and c.state = 'WAITING' and c.kind = ?", kind);
    if (user != null) {
      sql.add("and c.user_id = ?", user);
    }
    return database.first(sql.add("order by c.id desc limit 1"), RoleChangeRows::change);
  }

  void insert(CurrentUser caller, RoleChange change) {
    boolean agency = caller.kind() == OrganisationKind.AGENCY;
    database.update(
        Sql.of(
            """
            insert into role_change (id, agency_id, carrier_id, kind, user_id, seen, roles, asked_by, asked_at,
                                     expires_at, state, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            change.id(),
            agency ? caller.organisationId() : null,
            agency ? null : caller.organisationId(),
            change.kind(),
            change.userId(),
            change.seen(),
            change.roles().isEmpty()
                ? null
                : change.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
            change.askedBy(),
            change.askedAt(),
            change.expiresAt(),
            change.state(),
            change.version()));
  }

  void decide(UUID id, RoleChange.State state, UUID decider, Instant now) {
    database.update(
        Sql.of(
            """
            update role_change
               set state = ?, decided_by = ?, decided_at = ?, version = version + 1
             where id = ?""",
            state,
            decider,
            now,
            id));
  }

  private static Sql of(CurrentUser caller) {
    return switch (caller.kind()) {
      case AGENCY -> Sql.of(SELECT).add("where c.agency_id = ?", caller.agencyId());
      case CARRIER -> Sql.of(SELECT).add("where c.carrier_id = ?", caller.carrierId());
    };
  }

  private static RoleChange change(ResultSet row) throws SQLException {
    return new RoleChange(
        Database.uuid(row, "id"),
        RoleChange.Kind.valueOf(row.getString("kind")),
        Database.uuidOrNull(row, "user_id"),
        row.getString("user_name"),
        row.getObject("seen") == null ? null : row.getInt("seen"),
        CallerRow.rolesOf(row.getString("roles")),
        Database.uuid(row, "asked_by"),
        row.getString("asker_name"),
        Database.instant(row, "asked_at"),
        Database.instant(row, "expires_at"),
        RoleChange.State.valueOf(row.getString("state")),
        row.getString("decider_name"),
        Database.instantOrNull(row, "decided_at"),
        row.getInt("version"));
  }
}

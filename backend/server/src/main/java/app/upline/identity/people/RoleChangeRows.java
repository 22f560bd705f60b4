package app.upline.identity.people;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits, or waited, for a second administrator; every statement is held to one organization.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class RoleChangeRows implements GenericRepository<RoleChangeRow, UUID> {
  private static final String SELECT =
      """
      select c.*, u.name as user_name, a.name as asker_name, d.name as decider_name
        from role_change c
        left join app_user u on u.id = c.user_id
        join app_user a on a.id = c.requested_by
        left join app_user d on d.id = c.decided_by""";

  private final Database database;

  RoleChangeRows(Database database) {
    this.database = database;
  }

  Page<RoleChange> page(
      CurrentUser caller,
      RoleChange.@Nullable State state,
      Direction direction,
      PageRequest request,
      Instant now) {
    Sql sql = of(caller);
    switch (state) {
      case WAITING ->
          sql.add("and c.state = 'WAITING' and (c.kind <> 'ROLES' or c.expires_at > ?)", now);
      case EXPIRED ->
          sql.add(
              "and (c.state = 'EXPIRED' or (c.state = 'WAITING' and c.kind = 'ROLES' and c.expires_at <= ?))",
              now);
      case APPROVED, REFUSED, WITHDRAWN -> sql.add("and c.state = ?", state);
      case null -> {}
    }
    if (!request.isFirst()) {
      sql.add("and c.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by c.id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, RoleChange.class),
        request.limit(),
        change -> List.of(change.id().toString()));
  }

  Optional<RoleChange> find(CurrentUser caller, UUID id) {
    return database.first(of(caller).add("and c.id = ?", id), RoleChange.class);
  }

  /** The same, held until the transaction ends. */
  Optional<RoleChange> lock(CurrentUser caller, UUID id) {
    return database.first(of(caller).add("and c.id = ? for update", id), RoleChange.class);
  }

  /** One of this kind that waits, about this person if it is about one. */
  Optional<RoleChange> findWaiting(CurrentUser caller, RoleChange.Kind kind, @Nullable UUID user) {
    Sql sql = of(caller).add("and c.state = 'WAITING' and c.kind = ?", kind);
    if (user != null) {
      sql.add("and c.user_id = ?", user);
    }
    return database.first(sql.add("order by c.id desc limit 1"), RoleChange.class);
  }

  /** What waits for the caller's decision, the first to expire first. */
  List<RoleChange> waitingFor(CurrentUser caller, Instant now, int limit) {
    return database.query(
        of(caller)
            .add("and c.state = 'WAITING' and c.expires_at > ?", now)
            .add("and c.requested_by <> ?", caller.id())
            .add("order by c.expires_at, c.id limit ?", limit),
        RoleChange.class);
  }

  abstract void save(RoleChangeRow row);

  @Query(
      """
      update role_change
         set state = :state, decided_by = :decider, decided_at = :now, version = version + 1
       where id = :id
         and organization_id = :organizationId""")
  abstract void decide(
      @BinaryId UUID organizationId,
      @BinaryId UUID id,
      RoleChange.State state,
      @BinaryId UUID decider,
      Instant now);

  private static Sql of(CurrentUser caller) {
    return Sql.of(SELECT).add("where c.organization_id = ?", caller.organizationId());
  }
}

package app.upline.identity;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.NameSearch;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people of one organization; every statement is held to it. */
@Singleton
public class UserRows {
  private static final String SELECT =
      """
      select u.id, u.name, u.email, u.active, u.version, u.created_at,
             exists (select 1 from second_factor f
                      where f.user_id = u.id and f.confirmed_at is not null) as second_factor,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles,
             (select max(s.started_at) from session s where s.user_id = u.id) as last_sign_in_at
        from app_user u""";

  private final Database database;
  private final People people;

  UserRows(Database database, People people) {
    this.people = people;
    this.database = database;
  }

  public Page<User> page(
      CurrentUser caller, UserFilter filter, Direction direction, PageRequest request) {
    Sql sql =
        NameSearch.filter(of(Sql.of(SELECT), caller), filter.query(), "u.name", "u.email")
            .addIf(filter.active(), "and u.active = ?")
            .addIf(
                filter.role(),
                "and exists (select 1 from app_user_role h where h.user_id = u.id and h.role = ?)");
    if (!request.isFirst()) {
      sql.add("and u.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by u.id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, UserRows::user),
        request.limit(),
        user -> List.of(user.id().toString()));
  }

  public Optional<User> find(CurrentUser caller, UUID userId) {
    return database.first(of(Sql.of(SELECT), caller).add("and u.id = ?", userId), UserRows::user);
  }

  /** One of them, held until the transaction ends: meanwhile nothing is given to that person. */
  public Optional<User> lock(CurrentUser caller, UUID userId) {
    return database.first(
        of(Sql.of(SELECT), caller).add("and u.id = ? for update", userId), UserRows::user);
  }

  /**
   * The active administrators, held until the transaction ends: of two who would each take the
   * other's place away, one waits and then sees what has become of it.
   */
  public Set<UUID> lockAdministrators(CurrentUser caller) {
    return lockAdministrators(caller.kind(), caller.organizationId());
  }

  public Set<UUID> lockAdministrators(OrganizationKind kind, UUID organizationId) {
    Sql sql =
        of(
                Sql.of(
                    """
                    select u.id
                      from app_user u
                      join app_user_role r on r.user_id = u.id and r.role = ?""",
                    Role.administratorOf(kind)),
                kind,
                organizationId)
            .add("and u.active order by u.id for update");
    return Set.copyOf(database.query(sql, row -> Database.uuid(row, "id")));
  }

  /** The active administrators, as things are. */
  List<UUID> administrators(OrganizationKind kind, UUID organizationId) {
    Sql sql =
        of(
                Sql.of(
                    """
                    select u.id
                      from app_user u
                      join app_user_role r on r.user_id = u.id and r.role = ?""",
                    Role.administratorOf(kind)),
                kind,
                organizationId)
            .add("and u.active order by u.id");
    return database.query(sql, row -> Database.uuid(row, "id"));
  }

  /** The active people of an organization with any of the roles. */
  public List<User> activeWithAnyRole(UUID organizationId, Set<Role> roles) {
    return database.query(
        Sql.of(SELECT)
            .add(
                "where not u.is_service_account and u.organization_id = ? and u.active",
                organizationId)
            .addIn(
                "and exists (select 1 from app_user_role r where r.user_id = u.id and r.role in",
                roles)
            .add(") order by u.id"),
        UserRows::user);
  }

  /** The address of an active person. */
  public Optional<String> activeAddressOf(UUID userId) {
    return database.first(
        Sql.of("select email from app_user where id = ? and active and email is not null", userId),
        row -> row.getString(1));
  }

  public void setActive(UUID userId, boolean active) {
    people.setActive(userId, active);
  }

  public void touch(UUID userId) {
    people.touch(userId);
  }

  public void replaceRoles(UUID userId, Set<Role> roles) {
    people.revokeAll(userId);
    database.batch(
        "insert into app_user_role (user_id, role) values (?, ?)",
        roles.stream().map(role -> List.of(userId, role)).toList());
    people.touch(userId);
  }

  private static Sql of(Sql sql, CurrentUser caller) {
    return of(sql, caller.kind(), caller.organizationId());
  }

  private static Sql of(Sql sql, OrganizationKind kind, UUID organizationId) {
    return sql.add(
        "where not u.is_service_account and u.organization_id = ? and u.organization_kind = ?",
        organizationId,
        kind);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        Database.uuid(row, "id"),
        row.getString("name"),
        row.getString("email"),
        CallerRow.rolesOf(row.getString("roles")),
        row.getBoolean("active"),
        row.getBoolean("second_factor"),
        row.getInt("version"),
        Database.instant(row, "created_at"),
        Database.instantOrNull(row, "last_sign_in_at"));
  }
}

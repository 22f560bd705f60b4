package app.upline.identity.people;

import app.upline.identity.CallerRow;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who of an organization can be given work: its active people with a role that works on what is
 * disclosed. Work is assigned to these people only.
 */
@Singleton
public class Colleagues {

  private static final Set<Role> WORKING =
      Arrays.stream(Role.values()).filter(Role::worksOnDisclosures).collect(Collectors.toSet());

  private static final String COLUMNS =
      """
      u.id, u.name,
        (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
      """;

  private final Database database;

  Colleagues(Database database) {
    this.database = database;
  }

  /** In the order of their accounts. */
  public Page<Colleague> page(CurrentUser caller, Direction direction, PageRequest request) {
    Sql sql = ofOrganization(caller.kind(), caller.organizationId());
    if (!request.isFirst()) {
      sql.add("and u.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by u.id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.reading(() -> database.query(sql, Colleagues::colleague)),
        request.limit(),
        one -> List.of(one.id().toString()));
  }

  /**
   * One of them, who stays one until the transaction at hand ends, so that nothing is given to a
   * person who is being disabled; empty for a person who cannot be given work, or does not exist.
   */
  public Optional<Colleague> hold(CurrentUser caller, UUID id) {
    Sql sql =
        ofOrganization(caller.kind(), caller.organizationId())
            .add("and u.id = ? lock in share mode", id);
    return database.first(sql, Colleagues::colleague);
  }

  /** Those of these people who can be given work. */
  public Map<UUID, Colleague> among(
      OrganizationKind kind, UUID organizationId, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Sql sql = ofOrganization(kind, organizationId).addIn("and u.id in", ids);
    return database.reading(() -> database.query(sql, Colleagues::colleague)).stream()
        .collect(Collectors.toMap(Colleague::id, Function.identity()));
  }

  private static Sql ofOrganization(OrganizationKind kind, UUID organizationId) {
    return KeyOrder.of("app_user u", "app_user_by_organization")
        .select(COLUMNS)
        .add(
            "where u.organization_id = ? and u.organization_kind = ? and u.active and not u.is_service_account",
            organizationId,
            kind)
        .addIn(
            "and exists (select 1 from app_user_role w where w.user_id = u.id and w.role in",
            WORKING)
        .add(")");
  }

  private static Colleague colleague(ResultSet row) throws SQLException {
    return new Colleague(
        Database.uuid(row, "id"), row.getString("name"), CallerRow.rolesOf(row.getString("roles")));
  }
}

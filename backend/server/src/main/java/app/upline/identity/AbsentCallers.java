package app.upline.identity;

import app.upline.audit.Actor;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Those in whose name work goes on after their request was answered: people and machines with the
 * roles that they have when it is done.
 */
@Singleton
public class AbsentCallers {

  private static final String SELECT =
      """
      select u.id, u.name, u.organization_id, u.organization_kind, u.is_service_account,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
        from app_user u
        left join service_account a on a.id = u.id
      """;

  private final Database database;
  private final Clock clock;

  AbsentCallers(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whom the trail names, and what they may see. */
  public record AbsentCaller(CurrentUser user, Actor actor) {}

  /** As they are now; empty when they are let in no more. */
  public Optional<AbsentCaller> find(UUID id) {
    return database.reading(
        () ->
            database.first(
                Sql.of(SELECT)
                    .add(
                        "where u.id = ? and u.active and (a.id is null or a.expires_at > ?)",
                        id,
                        clock.instant()),
                AbsentCallers::caller));
  }

  /** Only to find what is theirs; they may do nothing. */
  public CurrentUser asTheyWere(UUID id) {
    CurrentUser user =
        database
            .reading(
                () ->
                    database.first(Sql.of(SELECT).add("where u.id = ?", id), AbsentCallers::caller))
            .orElseThrow()
            .user();
    return new CurrentUser(user.id(), user.name(), user.kind(), user.organizationId(), Set.of());
  }

  private static AbsentCaller caller(ResultSet row) throws SQLException {
    CurrentUser user =
        new CurrentUser(
            Database.uuid(row, "id"),
            row.getString("name"),
            OrganizationKind.valueOf(row.getString("organization_kind")),
            Database.uuid(row, "organization_id"),
            CallerRow.rolesOf(row.getString("roles")));
    return new AbsentCaller(
        user,
        row.getBoolean("is_service_account")
            ? AuditedCallers.machine(user)
            : AuditedCallers.of(user));
  }
}

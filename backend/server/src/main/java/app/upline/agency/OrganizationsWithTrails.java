package app.upline.agency;

import app.upline.audit.TrailOwners;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Every agency and every carrier has a trail. */
@Singleton
final class OrganizationsWithTrails implements TrailOwners {
  private final Database database;

  OrganizationsWithTrails(Database database) {
    this.database = database;
  }

  @Override
  public Set<UUID> all() {
    return new HashSet<>(
        database.reading(
            () ->
                database.query(
                    Sql.of("select id from agency union select id from carrier"),
                    row -> Database.uuid(row, "id"))));
  }

  @Override
  public boolean isThere(UUID organizationId) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of(
                        "select 1 from agency where id = ? union select 1 from carrier where id = ?",
                        organizationId,
                        organizationId),
                    row -> true))
        .isPresent();
  }
}

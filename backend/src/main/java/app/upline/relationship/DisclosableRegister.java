package app.upline.relationship;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What the rooms that disclose relationships need of the register. */
@Singleton
public final class DisclosableRegister {

  private final Database database;
  private final RecordContent<RelationshipDetails> content;

  DisclosableRegister(Database database, RecordContent<RelationshipDetails> content) {
    this.database = database;
    this.content = content;
  }

  /** Those of the ids, at most a thousand, that are in the register of the caller's agency. */
  public Set<UUID> known(CurrentUser user, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            database.query(
                Sql.of("select r.id from relationship r where r.agency_id = ?", user.agencyId())
                    .addIn("and r.id in", ids),
                row -> uuid(row, "id")));
  }

  /** Whether the caller's agency has a relationship that has not ended. */
  public boolean hasActive(CurrentUser user) {
    return database
        .first(
            Sql.of(
                "select 1 from relationship_facet f where f.agency_id = ? and f.facet = ? limit 1",
                user.agencyId(),
                Facets.status(RelationshipStatus.ACTIVE)),
            row -> row.getInt(1))
        .isPresent();
  }

  /**
   * A relationship in the revision that a row holds, in the columns {@code relationship_id,
   * agency_id, reference, relationship_revision, created_at, revised_at, content}.
   */
  public Relationship relationship(ResultSet row) throws SQLException {
    return new Relationship(
        uuid(row, "relationship_id"),
        uuid(row, "agency_id"),
        row.getString("reference"),
        row.getInt("relationship_revision"),
        instant(row, "created_at"),
        instant(row, "revised_at"),
        content.read(row));
  }

  /** The content of a revision, from its stored text. */
  public RelationshipDetails details(String text) {
    return content.read(text);
  }
}

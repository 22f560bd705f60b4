package app.upline.relationship;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.fields.TextsWithNumbers;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rooms that disclose relationships need of the register. */
@Singleton
public final class DisclosableRegister {

  private static final String UNDISCLOSED =
      """
      select count(*) as n, min(if(r.voided, date(v.changed_at), v.known_on)) as oldest
      from (select relationship_id from undisclosed_relationship where agency_id = ? and carrier_id = ? limit ?) u
      join relationship r on r.id = u.relationship_id
      join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
      """;

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

  /**
   * How much of a register a carrier lacks in its newest revision.
   *
   * @param oldestKnownOn since when the agency has known of what it lacks, or has said that it was
   *     a mistake; null when it lacks nothing
   */
  public record UndisclosedChanges(int count, @Nullable LocalDate oldestKnownOn) {}

  /** Counts, up to a limit, what an agency has not disclosed to a carrier. */
  public UndisclosedChanges undisclosed(UUID agencyId, UUID carrierId, int limit) {
    return database
        .first(
            Sql.of(UNDISCLOSED, agencyId, carrierId, limit),
            row ->
                new UndisclosedChanges(row.getInt("n"), row.getObject("oldest", LocalDate.class)))
        .orElseThrow();
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

  /**
   * The texts of a relationship that hold a number by which a beneficiary is known: none that is
   * recorded today does, but one that was recorded before anybody looked may.
   */
  public static List<TextsWithNumbers.Found> numbersIn(RelationshipDetails details) {
    return TextsWithNumbers.in(RelationshipFields.ALL, details, List.of()).toList();
  }

  /** The content of a revision, from its stored text. */
  public RelationshipDetails details(String text) {
    return content.read(text);
  }
}

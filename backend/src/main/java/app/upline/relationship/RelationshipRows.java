package app.upline.relationship;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads relationships by what identifies them; every query names the agency. */
@Singleton
final class RelationshipRows {

  static final String HEAD =
      """
      select r.id, r.agency_id, r.reference, r.revision, r.created_at, r.changed_at, r.name_key, v.content
      from relationship r
      join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
      """;

  private static final String REVISION =
      """
      select r.id, r.agency_id, r.reference, v.revision, r.created_at, v.changed_at, v.content, v.origin, u.name as changed_by_name
      from relationship r
      straight_join relationship_revision v force index (primary) on v.relationship_id = r.id
      straight_join app_user u force index (primary) on u.id = v.changed_by
      where r.id = ? and r.agency_id = ?
      """;

  /** How many keys go into one IN list. */
  private static final int CHUNK = 500;

  private final Database database;
  private final ContentText content;

  RelationshipRows(Database database, ContentText content) {
    this.database = database;
    this.content = content;
  }

  Optional<Relationship> find(UUID agencyId, UUID id) {
    return database.first(
        Sql.of(HEAD).add("where r.id = ? and r.agency_id = ?", id, agencyId), this::relationship);
  }

  /** Newest first, beneath {@code below}. */
  List<RelationshipRevision> revisions(UUID agencyId, UUID id, int below, int limit) {
    return database.query(
        Sql.of(REVISION, id, agencyId)
            .add("and v.revision < ? order by v.revision desc limit ?", below, limit),
        this::revision);
  }

  Optional<RelationshipRevision> revision(UUID agencyId, UUID id, int revision) {
    return database.first(
        Sql.of(REVISION, id, agencyId).add("and v.revision = ?", revision), this::revision);
  }

  Map<UUID, String> references(UUID agencyId, Collection<UUID> ids) {
    Map<UUID, String> references = new HashMap<>();
    database.query(
        Sql.of("select id, reference from relationship where agency_id = ?", agencyId)
            .addIn("and id in", ids),
        row -> references.put(uuid(row, "id"), row.getString("reference")));
    return references;
  }

  List<Relationship> byReference(UUID agencyId, Collection<String> references) {
    return chunked(
        references,
        chunk ->
            Sql.of(HEAD).add("where r.agency_id = ?", agencyId).addIn("and r.reference in", chunk));
  }

  List<Relationship> byOwnReference(UUID agencyId, Collection<String> references) {
    return chunked(
        references,
        chunk ->
            Sql.of(HEAD)
                .add("where r.agency_id = ?", agencyId)
                .addIn("and r.own_reference in", chunk));
  }

  /** Those found under any of the facets, each once. */
  List<Relationship> byFacet(UUID agencyId, Collection<String> facets) {
    return chunked(
        facets,
        chunk ->
            Sql.of(HEAD)
                .add("where r.agency_id = ?", agencyId)
                .add(
                    "and r.id in (select f.relationship_id from relationship_facet f where"
                        + " f.agency_id = ?",
                    agencyId)
                .addIn("and f.facet in", chunk)
                .add(")"));
  }

  private List<Relationship> chunked(
      Collection<String> keys, java.util.function.Function<List<String>, Sql> query) {
    List<String> all = List.copyOf(keys);
    List<Relationship> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<String> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
      found.addAll(database.query(query.apply(chunk), this::relationship));
    }
    return found;
  }

  Relationship relationship(ResultSet row) throws SQLException {
    return new Relationship(
        uuid(row, "id"),
        uuid(row, "agency_id"),
        row.getString("reference"),
        row.getInt("revision"),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        content.read(row.getString("content")));
  }

  private RelationshipRevision revision(ResultSet row) throws SQLException {
    return new RelationshipRevision(
        relationship(row),
        row.getString("changed_by_name"),
        Origin.valueOf(row.getString("origin")));
  }
}

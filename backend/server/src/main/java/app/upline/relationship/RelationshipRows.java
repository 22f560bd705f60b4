package app.upline.relationship;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import app.upline.record.RecordRows;
import app.upline.record.Revision;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads relationships by what identifies them; every query names the agency. */
@Singleton
final class RelationshipRows {

  /** What {@link #relationship} reads. */
  static final String COLUMNS =
      "r.id, r.agency_id, r.reference, r.revision, r.created_at, r.changed_at, v.content, v.content_sha256";

  private final Database database;
  private final RecordContent<RelationshipDetails> content;
  private final RecordRows<Relationship, Relationship> rows;

  RelationshipRows(Database database, RecordContent<RelationshipDetails> content) {
    this.database = database;
    this.content = content;
    this.rows =
        new RecordRows<>(
            database,
            RelationshipTableMapping.TABLES,
            COLUMNS,
            this::relationship,
            this::relationship);
  }

  Optional<Relationship> find(UUID agencyId, UUID id) {
    return rows.find(agencyId, id);
  }

  /** Newest first; empty when there is no such relationship. */
  Optional<Page<RelationshipRevision>> revisions(UUID agencyId, UUID id, PageRequest page) {
    return rows.revisions(agencyId, id, page).map(found -> found.map(RelationshipRows::revision));
  }

  Optional<RelationshipRevision> revision(UUID agencyId, UUID id, int revision) {
    return rows.revision(agencyId, id, revision).map(RelationshipRows::revision);
  }

  Map<UUID, String> references(UUID agencyId, Collection<UUID> ids) {
    Map<UUID, String> references = new HashMap<>();
    for (List<UUID> chunk : Chunks.of(ids)) {
      database.query(
          Sql.of("select id, reference from relationship where agency_id = ?", agencyId)
              .addIn("and id in", chunk),
          row -> references.put(uuid(row, "id"), row.getString("reference")));
    }
    return references;
  }

  List<Relationship> byReference(UUID agencyId, Collection<String> references) {
    return rows.byReference(agencyId, references);
  }

  List<Relationship> byOwnReference(UUID agencyId, Collection<String> references) {
    return rows.byOwnReference(agencyId, references);
  }

  /** Those found under any of the facets, each once. */
  List<Relationship> byFacet(UUID agencyId, Collection<String> facets) {
    return rows.byFacet(agencyId, Facets.INDEX, facets);
  }

  Relationship relationship(ResultSet row) throws SQLException {
    return new Relationship(
        uuid(row, "id"),
        uuid(row, "agency_id"),
        row.getString("reference"),
        row.getInt("revision"),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        content.read(row));
  }

  private static RelationshipRevision revision(Revision<Relationship> revision) {
    return new RelationshipRevision(revision.record(), revision.changedBy(), revision.origin());
  }
}

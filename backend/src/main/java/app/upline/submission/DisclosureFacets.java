package app.upline.submission;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Facets;
import app.upline.relationship.Relationship;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * By which words and codes a carrier finds what it was told. The register's index holds those of
 * the newest revisions; only items that are no longer the newest are read and taken apart again.
 */
@Singleton
final class DisclosureFacets {

  private static final int BATCH = 500;

  private static final String FROM_REGISTER =
      """
      insert ignore into disclosure_facet (carrier_id, facet, relationship_id)
      select ?, f.facet, f.relationship_id
      from submission_item i
      join relationship h on h.id = i.relationship_id and h.revision = i.relationship_revision
      join relationship_facet f on f.relationship_id = h.id and f.agency_id = h.agency_id
      where i.submission_id = ? and i.revision = ? and f.facet not like 'name:%'
      """;

  private static final String OUTDATED =
      """
      select i.relationship_id, h.agency_id, h.reference, i.relationship_revision, h.created_at,
        x.changed_at as revised_at, x.content
      from submission_item i
      join relationship h on h.id = i.relationship_id and h.revision <> i.relationship_revision
      join relationship_revision x
        on x.relationship_id = i.relationship_id and x.revision = i.relationship_revision
      where i.submission_id = ? and i.revision = ? and i.relationship_id > ?
      order by i.relationship_id limit ?
      """;

  private final Database database;
  private final DisclosableRegister register;

  DisclosureFacets(Database database, DisclosableRegister register) {
    this.database = database;
    this.register = register;
  }

  /** Lets the carrier find the items of the submission. */
  void add(Submission s) {
    UUID carrierId = s.carrier().id();
    database.update(Sql.of(FROM_REGISTER, carrierId, s.id(), s.revision()));
    String after = "";
    List<Relationship> batch;
    do {
      batch =
          database.query(
              Sql.of(OUTDATED, s.id(), s.revision(), after, BATCH), register::relationship);
      database.batch(
          "insert ignore into disclosure_facet (carrier_id, facet, relationship_id) values (?, ?, ?)",
          batch.stream().flatMap(relationship -> rows(carrierId, relationship).stream()).toList());
      after = batch.isEmpty() ? "" : batch.getLast().id().toString();
    } while (batch.size() == BATCH);
  }

  private static List<List<Object>> rows(UUID carrierId, Relationship relationship) {
    return Facets.of(relationship.reference(), relationship.details()).stream()
        .filter(facet -> !facet.startsWith("name:"))
        .map(facet -> List.<Object>of(carrierId, facet, relationship.id()))
        .toList();
  }
}

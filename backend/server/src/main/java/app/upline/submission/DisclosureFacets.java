package app.upline.submission;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * By which words and codes a carrier finds what it was told. The agency's index holds those of the
 * newest revisions; only items that are no longer the newest are read and taken apart again.
 */
@Singleton
final class DisclosureFacets {

  private static final int BATCH = 500;

  private final Database database;
  private final DisclosableTypes kinds;

  DisclosureFacets(Database database, DisclosableTypes kinds) {
    this.database = database;
    this.kinds = kinds;
  }

  /** Lets the carrier find the items of the submission. */
  void add(Submission s) {
    DisclosableType kind = kinds.of(s);
    UUID carrierId = s.carrier().id();
    Sql fromIndex = Sql.of(FacetStatements.fromIndex(s.kind()), carrierId, s.id(), s.revision());
    kind.agencysOwnFacets()
        .forEach(prefix -> fromIndex.add("and f.facet not like ?", prefix + "%"));
    database.update(fromIndex);
    UUID after = Ids.BEFORE_ALL;
    List<DisclosedRecord> batch;
    do {
      batch =
          database.query(
              Sql.of(FacetStatements.outdated(s.kind()), s.id(), s.revision(), after, BATCH),
              kind::record);
      database.batch(
          FacetStatements.insert(s.kind()),
          batch.stream().flatMap(item -> rows(kind, carrierId, item).stream()).toList());
      after = batch.isEmpty() ? Ids.BEFORE_ALL : batch.getLast().id();
    } while (batch.size() == BATCH);
  }

  private static List<List<Object>> rows(
      DisclosableType kind, UUID carrierId, DisclosedRecord item) {
    return kind.facets(item).stream()
        .filter(facet -> kind.agencysOwnFacets().stream().noneMatch(facet::startsWith))
        .map(facet -> List.<Object>of(carrierId, facet, item.id()))
        .toList();
  }
}

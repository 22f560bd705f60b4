package app.upline.submission;

import app.upline.platform.persistence.Database;
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

  private static final String FROM_INDEX =
      """
      insert ignore into {disclosure}_facet (carrier_id, facet, {record}_id)
      select ?, f.facet, f.{record}_id
      from {items} i
      join {record} h on h.id = i.{record}_id and h.revision = i.{record}_revision
      join {record}_facet f on f.{record}_id = h.id and f.agency_id = h.agency_id
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String OUTDATED =
      """
      select i.{record}_id, h.agency_id, h.reference, i.{record}_revision, h.created_at,
        x.changed_at as revised_at, x.content, x.content_sha256
      from {items} i
      join {record} h on h.id = i.{record}_id and h.revision <> i.{record}_revision
      join {record}_revision x
        on x.{record}_id = i.{record}_id and x.revision = i.{record}_revision
      where i.submission_id = ? and i.revision = ? and i.{record}_id > ?
      order by i.{record}_id limit ?
      """;

  private static final String INSERT =
      "insert ignore into {disclosure}_facet (carrier_id, facet, {record}_id) values (?, ?, ?)";

  private final Database database;
  private final RecordKinds kinds;

  DisclosureFacets(Database database, RecordKinds kinds) {
    this.database = database;
    this.kinds = kinds;
  }

  /** Lets the carrier find the items of the submission. */
  void add(Submission s) {
    RecordKind kind = kinds.of(s);
    UUID carrierId = s.carrier().id();
    Sql fromIndex = Sql.of(s.kind().sql(FROM_INDEX), carrierId, s.id(), s.revision());
    kind.agencysOwnFacets()
        .forEach(prefix -> fromIndex.add("and f.facet not like ?", prefix + "%"));
    database.update(fromIndex);
    String after = "";
    List<DisclosedRecord> batch;
    do {
      batch =
          database.query(
              Sql.of(s.kind().sql(OUTDATED), s.id(), s.revision(), after, BATCH), kind::record);
      database.batch(
          s.kind().sql(INSERT),
          batch.stream().flatMap(item -> rows(kind, carrierId, item).stream()).toList());
      after = batch.isEmpty() ? "" : batch.getLast().id().toString();
    } while (batch.size() == BATCH);
  }

  private static List<List<Object>> rows(RecordKind kind, UUID carrierId, DisclosedRecord item) {
    return kind.facets(item).stream()
        .filter(facet -> kind.agencysOwnFacets().stream().noneMatch(facet::startsWith))
        .map(facet -> List.<Object>of(carrierId, facet, item.id()))
        .toList();
  }
}

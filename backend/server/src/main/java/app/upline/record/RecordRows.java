package app.upline.record;

import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Reads records by what identifies them; every query names the agency.
 *
 * @param <H> a record as it now stands
 * @param <R> a record in any of its revisions
 */
public final class RecordRows<H, R extends VersionedRecord<?>> {

  private static final String REVISION =
      """
      r.id, r.agency_id, r.reference, v.revision, r.created_at, v.changed_at, v.content, v.content_sha256, v.origin,
        u.name as changed_by_name
      """;

  private final Database database;
  private final String heads;
  private final KeyOrder revisions;
  private final String ofOne;
  private final Database.Mapper<H> head;
  private final Database.Mapper<R> record;

  /**
   * @param columns what {@code head} reads, of {@code r} and {@code v}
   * @param record reads {@code id, agency_id, reference, revision, created_at, changed_at, content}
   */
  public RecordRows(
      Database database,
      RecordTables tables,
      String columns,
      Database.Mapper<H> head,
      Database.Mapper<R> record) {
    this.database = database;
    this.head = head;
    this.record = record;
    this.heads =
        "select %s\nfrom %s r\njoin %s\n".formatted(columns, tables.head(), tables.newest());
    this.revisions =
        KeyOrder.of(tables.revision() + " v", "primary")
            .with("join %s r on r.id = v.%s".formatted(tables.head(), tables.id()))
            .with("join app_user u on u.id = v.changed_by");
    this.ofOne = "where v.%s = ? and r.agency_id = ?".formatted(tables.id());
  }

  public Optional<H> find(UUID agencyId, UUID id) {
    return database.first(
        Sql.of(heads).add("where r.id = ? and r.agency_id = ?", id, agencyId), head);
  }

  /** Newest first; empty when there is no such record. */
  public Optional<Page<Revision<R>>> revisions(UUID agencyId, UUID id, PageRequest page) {
    int below = page.isFirst() ? Integer.MAX_VALUE : Integer.parseInt(page.after().getFirst());
    List<Revision<R>> found =
        database.query(
            revisions(agencyId, id)
                .add(
                    "and v.revision < ? order by v.revision desc limit ?", below, page.limit() + 1),
            this::revision);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Page.of(
                found,
                page.limit(),
                revision -> List.of(String.valueOf(revision.record().revision()))));
  }

  public Optional<Revision<R>> revision(UUID agencyId, UUID id, int revision) {
    return database.first(
        revisions(agencyId, id).add("and v.revision = ?", revision), this::revision);
  }

  private Sql revisions(UUID agencyId, UUID id) {
    return revisions.select(REVISION).add(ofOne, id, agencyId);
  }

  /** By references of ours, however they were typed; what is none finds nothing. */
  public List<H> byReference(UUID agencyId, Collection<String> references) {
    Set<String> ours =
        references.stream()
            .map(RecordReference::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return chunked(agencyId, ours, (sql, chunk) -> sql.addIn("and r.reference in", chunk));
  }

  /** By the agency's own references, each the same as {@link OwnReference} says. */
  public List<H> byOwnReference(UUID agencyId, Collection<String> references) {
    Set<String> digests =
        references.stream()
            .map(OwnReference::digest)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return chunked(
        agencyId, digests, (sql, chunk) -> sql.addIn("and r.own_reference_sha256 in", chunk));
  }

  /** Those found under any of the facets, each once. */
  public List<H> byFacet(UUID agencyId, FacetIndex index, Collection<String> facets) {
    return chunked(
        agencyId,
        facets,
        (sql, chunk) ->
            sql.add(
                    "and r.id in (select f.%s from %s f where f.agency_id = ?"
                        .formatted(index.item(), index.table()),
                    agencyId)
                .addIn("and f.facet in", chunk)
                .add(")"));
  }

  private <K> List<H> chunked(
      UUID agencyId, Collection<K> keys, BiFunction<Sql, List<K>, Sql> condition) {
    List<H> found = new ArrayList<>();
    for (List<K> chunk : Chunks.of(keys)) {
      Sql sql = Sql.of(heads).add("where r.agency_id = ?", agencyId);
      found.addAll(database.query(condition.apply(sql, chunk), head));
    }
    return found;
  }

  private Revision<R> revision(ResultSet row) throws SQLException {
    return new Revision<>(
        record.map(row), row.getString("changed_by_name"), Origin.valueOf(row.getString("origin")));
  }
}

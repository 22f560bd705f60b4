package app.upline.record;

import app.upline.agency.References;
import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.persistence.AlteredContentException;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions: one, or fifty thousand, by the same statements. Called inside a transaction
 * that holds the agency's lock, with details that the rules have passed.
 */
@Singleton
public final class RecordWriter {

  /** Of so many at a time the texts and the index are in memory: some twenty rows for each. */
  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final References references;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  RecordWriter(Database database, References references, AuditTrail audit, Ids ids, Clock clock) {
    this.database = database;
    this.references = references;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is particular to a kind of record.
   *
   * @param prefix of its references, three letters
   * @param head columns of the head, beside those that every record has
   * @param revision columns of a revision, beside those that every revision has
   * @param facets under what a revision is found, by its reference and content
   */
  public record Shape<R extends VersionedRecord<D>, D>(
      RecordTables tables,
      String prefix,
      VersionedRecord.Maker<R, D> maker,
      RecordContent<D> content,
      List<RecordColumn<R>> head,
      List<RecordColumn<R>> revision,
      FacetIndex index,
      BiFunction<String, D, Set<String>> facets) {

    Set<String> facetsOf(@Nullable R record) {
      return record == null ? Set.of() : facets.apply(record.reference(), record.details());
    }

    String insertHead() {
      return insert(
          tables.head(),
          Stream.concat(
              Stream.of("id", "agency_id", "reference", "revision", "created_at", "changed_at"),
              head.stream().map(RecordColumn::name)));
    }

    String updateHead() {
      String columns =
          head.stream()
              .map(column -> ", " + column.name() + " = " + column.next())
              .collect(Collectors.joining());
      return "update %s set revision = ?, changed_at = ?%s where id = ? and agency_id = ? and revision = ?"
          .formatted(tables.head(), columns);
    }

    /** Before any is written: what one gives up, another of the same run may take. */
    String giveUpOwnReference() {
      return "update %s set %s = null where id = ? and agency_id = ?"
          .formatted(tables.head(), RecordColumn.OWN_REFERENCE);
    }

    String insertRevision() {
      return insert(
          tables.revision(),
          Stream.concat(
              Stream.of(
                  tables.id(),
                  "revision",
                  "content",
                  "content_sha256",
                  "origin",
                  "changed_at",
                  "changed_by"),
              revision.stream().map(RecordColumn::name)));
    }

    private static String insert(String table, Stream<String> columns) {
      List<String> names = columns.toList();
      return "insert into %s (%s) values (%s)"
          .formatted(
              table,
              String.join(", ", names),
              names.stream().map(name -> "?").collect(Collectors.joining(", ")));
    }
  }

  public UUID newId() {
    return ids.next();
  }

  /** Writes all, and answers them as they now are, in the same order. */
  public <R extends VersionedRecord<D>, D> List<R> write(
      Shape<R, D> shape, CurrentUser user, Origin origin, List<Change<R, D>> changes) {
    List<R> written = next(shape, user.agencyId(), changes);
    List<R> added = new ArrayList<>();
    List<R> changed = new ArrayList<>();
    for (R record : written) {
      (record.revision() == 1 ? added : changed).add(record);
    }
    database.batch(shape.giveUpOwnReference(), givingUp(shape, changes, written));
    for (List<R> some : Chunks.of(added, AT_ONCE)) {
      database.batch(shape.insertHead(), some.stream().map(r -> newHead(shape, r)).toList());
    }
    for (List<R> some : Chunks.of(changed, AT_ONCE)) {
      database.batch(shape.updateHead(), some.stream().map(r -> changedHead(shape, r)).toList());
    }
    for (int from = 0; from < written.size(); from += AT_ONCE) {
      int to = Math.min(written.size(), from + AT_ONCE);
      writeRevisions(shape, user, origin, changes.subList(from, to), written.subList(from, to));
      writeFacets(shape, changes.subList(from, to), written.subList(from, to));
    }
    return written;
  }

  private <R extends VersionedRecord<D>, D> List<R> next(
      Shape<R, D> shape, UUID agencyId, List<Change<R, D>> changes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int newOnes = (int) changes.stream().filter(change -> change.before() == null).count();
    References.@Nullable Run run =
        newOnes == 0 ? null : references.reserve(agencyId, shape.prefix(), newOnes);
    List<R> next = new ArrayList<>();
    int used = 0;
    for (Change<R, D> change : changes) {
      R before = change.before();
      next.add(
          before == null
              ? shape
                  .maker()
                  .make(change.id(), agencyId, run.at(used++), 1, now, now, change.details())
              : shape
                  .maker()
                  .make(
                      before.id(),
                      agencyId,
                      before.reference(),
                      before.revision() + 1,
                      before.createdAt(),
                      now,
                      change.details()));
    }
    return next;
  }

  /** Those that have a reference of the agency's own, and are to have another or none. */
  private static <R extends VersionedRecord<D>, D> List<List<@Nullable Object>> givingUp(
      Shape<R, D> shape, List<Change<R, D>> changes, List<R> written) {
    Function<R, @Nullable Object> own =
        shape.head().stream()
            .filter(column -> column.name().equals(RecordColumn.OWN_REFERENCE))
            .findFirst()
            .orElseThrow()
            .value();
    List<List<@Nullable Object>> givingUp = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      R before = changes.get(i).before();
      Object held = before == null ? null : own.apply(before);
      if (held != null && !held.equals(own.apply(written.get(i)))) {
        givingUp.add(Arrays.asList(before.id(), before.agencyId()));
      }
    }
    return givingUp;
  }

  private static <R extends VersionedRecord<D>, D> List<@Nullable Object> newHead(
      Shape<R, D> shape, R r) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                r.id(), r.agencyId(), r.reference(), r.revision(), r.createdAt(), r.changedAt()));
    shape.head().forEach(column -> values.add(column.value().apply(r)));
    return values;
  }

  private static <R extends VersionedRecord<D>, D> List<@Nullable Object> changedHead(
      Shape<R, D> shape, R r) {
    List<@Nullable Object> values = new ArrayList<>(Arrays.asList(r.revision(), r.changedAt()));
    shape.head().stream()
        .filter(RecordColumn::takesParameter)
        .forEach(column -> values.add(column.value().apply(r)));
    values.addAll(Arrays.asList(r.id(), r.agencyId(), r.revision() - 1));
    return values;
  }

  private <R extends VersionedRecord<D>, D> void writeRevisions(
      Shape<R, D> shape,
      CurrentUser user,
      Origin origin,
      List<Change<R, D>> changes,
      List<R> written) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<AuditedObject> audited = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      R after = written.get(i);
      R before = changes.get(i).before();
      String text = shape.content().write(after.details());
      String digest = RecordContent.sha256(text);
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  after.id(),
                  after.revision(),
                  text,
                  digest,
                  origin,
                  after.changedAt(),
                  user.id()));
      shape.revision().forEach(column -> row.add(column.value().apply(after)));
      rows.add(row);
      audited.add(
          new AuditedObject(
              shape.tables().head(),
              after.id(),
              after.reference(),
              before == null ? null : shape.content().digest(before.details()),
              digest));
    }
    AlteredContentException.unlessThereAlready(
        "newest revision", () -> database.batch(shape.insertRevision(), rows));
    audit.changed(audited);
  }

  private <R extends VersionedRecord<D>, D> void writeFacets(
      Shape<R, D> shape, List<Change<R, D>> changes, List<R> written) {
    List<FacetIndex.Change> rows = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      R after = written.get(i);
      rows.add(
          new FacetIndex.Change(
              after.agencyId(),
              after.id(),
              shape.facetsOf(changes.get(i).before()),
              shape.facetsOf(after)));
    }
    shape.index().write(database, rows);
  }
}

package app.upline.submission;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions a submission discloses. Written by one statement over the records, however many
 * there are; called inside a transaction that holds the agency's lock.
 */
@Singleton
final class PinnedItems {

  /** What another submission last told the carrier, if that was not taken back. */
  private static final String HELD =
      """
      (select d.{record}_revision from {disclosure} d
       where d.carrier_id = ? and d.{record}_id = %s.{record}_id and d.withdrawn = 0 and d.submission_id <> ?
       order by d.disclosed_from desc limit 1)
      """;

  private static final String ITEMS_OF =
      "select o.{record}_id from {items} o where o.submission_id = ? and o.revision = ?";

  private static final String SAME_AS_RETURNED =
      """
      exists (select 1 from {items} o
              join {record}_revision w
                on w.{record}_id = o.{record}_id and w.revision = o.{record}_revision
              where o.submission_id = ? and o.revision = ? and o.{record}_id = h.id
                and w.content_sha256 = v.content_sha256)
      """;

  private static final String COUNTS =
      """
      update submission_revision v set
        added = (select count(*) from {items} i
                 where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ADDED'),
        changed = (select count(*) from {items} i
                   where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'CHANGED'),
        ended = (select count(*) from {items} i
                 where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ENDED'),
        unchanged = (select count(*) from {items} i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'UNCHANGED')
      where v.submission_id = ? and v.revision = ?
      """;

  private final Database database;
  private final RecordKinds kinds;

  PinnedItems(Database database, RecordKinds kinds) {
    this.database = database;
    this.kinds = kinds;
  }

  /** Those of the answer to a return: the records returned, and what has changed since. */
  Sql answering(Submission s, int returned) {
    Sql items = Sql.of(s.kind().sql(ITEMS_OF), s.id(), returned);
    Sql added = kinds.of(s).added(s);
    return added == null ? items : items.add("union").add(added);
  }

  /**
   * Pins the newest revision of each chosen record.
   *
   * @param returned the revision that this one answers
   * @param chosen a query with the one column {@code {record}_id}
   */
  void pin(Submission s, int revision, @Nullable Integer returned, Sql chosen) {
    SubmissionKind kind = s.kind();
    Sql sql =
        Sql.of(
                kind.sql(
                    """
                    insert into {items} (submission_id, revision, {record}_id, {record}_revision, change_type,
                      previous_revision, changed_since_return)
                    select ?, ?, h.id, h.revision,
                    """),
                s.id(),
                revision)
            .add(kinds.of(s).changeType() + ", p.revision,");
    if (returned == null) {
      sql.add("false");
    } else {
      sql.add(kind.sql("not " + SAME_AS_RETURNED), s.id(), returned);
    }
    sql.add("from (").add(chosen).add(") t");
    sql.add(
            kind.sql(
                """
                join {record} h on h.id = t.{record}_id
                join {record}_revision v on v.{record}_id = h.id and v.revision = h.revision
                left join {record}_revision p on p.{record}_id = h.id and p.revision =
                """))
        .add(kind.sql(HELD.formatted("t")), s.carrier().id(), s.id())
        .add("where h.agency_id = ?", s.agency().id())
        .add(kinds.of(s).pinnable(s));
    database.update(sql);
    database.update(Sql.of(kind.sql(COUNTS), s.id(), revision));
    kinds.of(s).settle(s, revision);
  }

  /** Empties a revision that was not submitted. */
  void clear(Submission s, int revision) {
    database.update(
        Sql.of(
            s.kind().sql("delete from {items} where submission_id = ? and revision = ?"),
            s.id(),
            revision));
  }

  /** The records of a revision. */
  List<UUID> records(Submission s, int revision) {
    return database.query(
        Sql.of(s.kind().sql(ITEMS_OF), s.id(), revision),
        row -> Database.uuid(row, s.kind().sql("{record}_id")));
  }

  int count(Submission s) {
    return counted(
        Sql.of(
            s.kind()
                .sql("select count(*) from {items} i where i.submission_id = ? and i.revision = ?"),
            s.id(),
            s.revision()));
  }

  /** How many records have a newer revision than the one pinned. */
  int outdated(Submission s) {
    return counted(
        Sql.of(
            s.kind()
                .sql(
                    """
                    select count(*) from {items} i
                    join {record} h on h.id = i.{record}_id and h.revision > i.{record}_revision
                    where i.submission_id = ? and i.revision = ?
                    """),
            s.id(),
            s.revision()));
  }

  /** How many items were compared with something that the carrier no longer has. */
  int overtaken(Submission s) {
    return counted(
        Sql.of(s.kind().sql("select count(*) from {items} i"))
            .add("where i.submission_id = ? and i.revision = ?", s.id(), s.revision())
            .add(
                s.kind().sql("and not (i.previous_revision <=> " + HELD.formatted("i") + ")"),
                s.carrier().id(),
                s.id()));
  }

  /** How many records have meanwhile become none of this carrier's business. */
  int astray(Submission s) {
    return counted(
        Sql.of(
                s.kind()
                    .sql(
                        "select count(*) from {items} i join {record} h on h.id = i.{record}_id where i.submission_id = ? and i.revision = ?"),
                s.id(),
                s.revision())
            .add("and not (true")
            .add(kinds.of(s).pinnable(s))
            .add(")"));
  }

  private int counted(Sql sql) {
    return database.first(sql, row -> row.getInt(1)).orElse(0);
  }
}

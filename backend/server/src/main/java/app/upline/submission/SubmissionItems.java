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
final class SubmissionItems {

  private final Database database;
  private final DisclosableTypes kinds;

  SubmissionItems(Database database, DisclosableTypes kinds) {
    this.database = database;
    this.kinds = kinds;
  }

  /** Those of the answer to a return: the records returned, and what has changed since. */
  Sql answering(Submission s, int returned) {
    Sql items = Sql.of(ItemStatements.recordsOf(s.kind()), s.id(), returned);
    Sql added = kinds.of(s).added(s);
    return added == null ? items : items.add("union").add(added);
  }

  /**
   * Pins the newest revision of each chosen record.
   *
   * @param returned the revision that this one answers
   * @param chosen a query with the one column of their ids
   */
  void pin(Submission s, int revision, @Nullable Integer returned, Sql chosen) {
    SubmissionKind kind = s.kind();
    Sql sql =
        Sql.of(ItemStatements.pin(kind), s.id(), revision)
            .add(kinds.of(s).changeType() + ", p.revision,");
    if (returned == null) {
      sql.add("false");
    } else {
      sql.add("not " + ItemStatements.sameAsReturned(kind), s.id(), returned);
    }
    sql.add("from (").add(chosen).add(") t");
    sql.add(ItemStatements.pinned(kind), s.carrier().id(), s.id())
        .add("where h.agency_id = ?", s.agency().id())
        .add(kinds.of(s).pinnable(s));
    database.update(sql);
    database.update(Sql.of(ItemStatements.writeCounts(kind), s.id(), revision));
    kinds.of(s).settle(s, revision);
  }

  /** Empties a revision that was not submitted. */
  void clear(Submission s, int revision) {
    database.update(Sql.of(ItemStatements.clear(s.kind()), s.id(), revision));
  }

  /** The records of a revision. */
  List<UUID> records(Submission s, int revision) {
    return database.query(
        Sql.of(ItemStatements.recordsOf(s.kind()), s.id(), revision),
        row -> Database.uuid(row, s.kind().noun() + "_id"));
  }

  int count(Submission s) {
    return counted(Sql.of(ItemStatements.count(s.kind()), s.id(), s.revision()));
  }

  /** How many records have a newer revision than the one pinned. */
  int outdated(Submission s) {
    return counted(Sql.of(ItemStatements.countOutdated(s.kind()), s.id(), s.revision()));
  }

  /** How many items were compared with something that the carrier no longer has. */
  int overtaken(Submission s) {
    return counted(
        Sql.of(
            ItemStatements.countOvertaken(s.kind()),
            s.id(),
            s.revision(),
            s.carrier().id(),
            s.id()));
  }

  /** How many records have meanwhile become none of this carrier's business, or were voided. */
  int astray(Submission s) {
    return counted(
        Sql.of(ItemStatements.countWithHeads(s.kind()), s.id(), s.revision())
            .add("and (not (true")
            .add(kinds.of(s).pinnable(s))
            .add(") or (h.voided and " + ItemStatements.outdated(s.kind()) + "))"));
  }

  private int counted(Sql sql) {
    return database.first(sql, row -> row.getInt(1)).orElse(0);
  }
}

package app.upline.submission;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions a submission discloses. Written by one statement over the register, however many
 * there are; called inside a transaction that holds the agency's lock.
 */
@Singleton
final class PinnedItems {

  /** What another submission last told the carrier, if that was not taken back. */
  private static final String HELD =
      """
      (select d.relationship_revision from disclosure d
       where d.carrier_id = ? and d.relationship_id = %s and d.withdrawn = 0 and d.submission_id <> ?
       order by d.disclosed_from desc limit 1)
      """;

  private static final String UNDISCLOSED =
      "select u.relationship_id from undisclosed_change u where u.agency_id = ? and u.carrier_id = ?";

  private static final String ITEMS_OF =
      "select o.relationship_id from submission_item o where o.submission_id = ? and o.revision = ?";

  private static final String SAME_AS_RETURNED =
      """
      exists (select 1 from submission_item o
              join relationship_revision w
                on w.relationship_id = o.relationship_id and w.revision = o.relationship_revision
              where o.submission_id = ? and o.revision = ? and o.relationship_id = h.id
                and w.content_sha256 = v.content_sha256)
      """;

  private static final String COUNTS =
      """
      update submission_revision v set
        added = (select count(*) from submission_item i
                 where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ADDED'),
        changed = (select count(*) from submission_item i
                   where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'CHANGED'),
        ended = (select count(*) from submission_item i
                 where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ENDED'),
        unchanged = (select count(*) from submission_item i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'UNCHANGED')
      where v.submission_id = ? and v.revision = ?
      """;

  private final Database database;

  PinnedItems(Database database) {
    this.database = database;
  }

  /** The relationships of a draft. */
  static Sql chosen(Submission s, Collection<UUID> named) {
    UUID agencyId = s.agency().id();
    return switch (s.scope()) {
      case CHANGES -> Sql.of(UNDISCLOSED, agencyId, s.carrier().id());
      case FULL ->
          Sql.of(
              "select r.id as relationship_id from relationship r where r.agency_id = ?", agencyId);
      case SELECTED ->
          Sql.of(
                  "select r.id as relationship_id from relationship r where r.agency_id = ?",
                  agencyId)
              .addIn("and r.id in", named);
    };
  }

  /** The relationships of the answer to a return: those returned, and what has changed since. */
  static Sql answering(Submission s, int returned) {
    Sql items = Sql.of(ITEMS_OF, s.id(), returned);
    return s.scope() == SubmissionScope.SELECTED
        ? items
        : items.add("union").add(UNDISCLOSED, s.agency().id(), s.carrier().id());
  }

  /**
   * Pins the newest revision of each chosen relationship.
   *
   * @param returned the revision that this one answers
   */
  void pin(Submission s, int revision, @Nullable Integer returned, Sql chosen) {
    Sql sql =
        Sql.of(
            """
            insert into submission_item (submission_id, revision, relationship_id, relationship_revision, change_type,
              previous_revision, changed_since_return)
            select ?, ?, h.id, h.revision,
              case when p.revision is null then 'ADDED'
                   when p.content_sha256 = v.content_sha256 then 'UNCHANGED'
                   when v.end_date is not null and p.end_date is null then 'ENDED'
                   else 'CHANGED' end,
              p.revision,
            """,
            s.id(),
            revision);
    if (returned == null) {
      sql.add("false");
    } else {
      sql.add("not " + SAME_AS_RETURNED, s.id(), returned);
    }
    sql.add("from (").add(chosen).add(") t");
    sql.add(
            """
            join relationship h on h.id = t.relationship_id
            join relationship_revision v on v.relationship_id = h.id and v.revision = h.revision
            left join relationship_revision p on p.relationship_id = h.id and p.revision =
            """)
        .add(HELD.formatted("h.id"), s.carrier().id(), s.id())
        .add("where h.agency_id = ?", s.agency().id());
    database.update(sql);
    database.update(Sql.of(COUNTS, s.id(), revision));
  }

  /** Empties a revision that was not submitted. */
  void clear(UUID submissionId, int revision) {
    database.update(
        Sql.of(
            "delete from submission_item where submission_id = ? and revision = ?",
            submissionId,
            revision));
  }

  List<UUID> relationships(UUID submissionId, int revision) {
    return database.query(
        Sql.of(ITEMS_OF, submissionId, revision), row -> Database.uuid(row, "relationship_id"));
  }

  int count(UUID submissionId, int revision) {
    return counted(
        Sql.of(
            "select count(*) from submission_item i where i.submission_id = ? and i.revision = ?",
            submissionId,
            revision));
  }

  /** How many relationships have a newer revision than the one pinned. */
  int outdated(Submission s) {
    return counted(
        Sql.of(
            """
            select count(*) from submission_item i
            join relationship h on h.id = i.relationship_id and h.revision > i.relationship_revision
            where i.submission_id = ? and i.revision = ?
            """,
            s.id(),
            s.revision()));
  }

  /** How many items were compared with something that the carrier no longer has. */
  int overtaken(Submission s) {
    return counted(
        Sql.of("select count(*) from submission_item i")
            .add("where i.submission_id = ? and i.revision = ?", s.id(), s.revision())
            .add(
                "and not (i.previous_revision <=> " + HELD.formatted("i.relationship_id") + ")",
                s.carrier().id(),
                s.id()));
  }

  /**
   * Marks what comes after the carrier's notice period, and answers how many those are.
   *
   * @param today where the carrier is
   */
  int markLate(Submission s, LocalDate today, int noticeDays) {
    database.update(
        Sql.of(
            """
            update submission_item i
            join relationship_revision v
              on v.relationship_id = i.relationship_id and v.revision = i.relationship_revision
            set i.late = (i.change_type <> 'UNCHANGED' and datediff(?, v.known_on) > ?)
            where i.submission_id = ? and i.revision = ?
            """,
            today,
            noticeDays,
            s.id(),
            s.revision()));
    return counted(
        Sql.of(
            "select count(*) from submission_item i where i.submission_id = ? and i.revision = ? and i.late",
            s.id(),
            s.revision()));
  }

  private int counted(Sql sql) {
    return database.first(sql, row -> row.getInt(1)).orElse(0);
  }
}

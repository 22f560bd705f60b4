package app.upline.audit;

import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The trail of one organisation, newest first. Every page is a range of a key: a span of time is a
 * span of numbers, since both only grow, and one filter chooses the key by which the range is read.
 */
@Singleton
public final class AuditList {

  /** How many objects of an event a list shows; an upload has thousands. */
  public static final int OBJECTS_SHOWN = 10;

  private final Database database;
  private final EventRows rows;

  AuditList(Database database, EventRows rows) {
    this.database = database;
    this.rows = rows;
  }

  public Page<RecordedEvent> page(UUID organisationId, AuditQuery query, PageRequest page) {
    return database.reading(
        () -> {
          List<RecordedEvent> found = rows.query(sql(organisationId, query, page));
          return Page.of(
              rows.withObjects(organisationId, found, OBJECTS_SHOWN),
              page.limit(),
              last -> List.of(String.valueOf(last.event().seq())));
        });
  }

  /** The same events, all of them, a batch at a time. */
  public Iterator<List<RecordedEvent>> batches(UUID organisationId, AuditQuery query) {
    return new Batches<>(request -> page(organisationId, query, request));
  }

  /** Everything that an event is about, in its order; empty when there is no such event. */
  public Optional<Page<AuditedObject>> objects(UUID organisationId, long seq, PageRequest page) {
    int after = page.isFirst() ? 0 : Integer.parseInt(page.after().getFirst());
    return database.reading(
        () ->
            rows.after(organisationId, seq - 1, seq, 1).stream()
                .findFirst()
                .map(
                    event ->
                        Page.of(
                                rows.objectsAfter(
                                    organisationId, seq, after, seq, page.limit() + 1),
                                page.limit(),
                                last -> List.of(String.valueOf(last.position())))
                            .map(EventRows.NumberedObject::object)));
  }

  private Sql sql(UUID organisationId, AuditQuery query, PageRequest page) {
    String number = query.objectId() == null ? "e.seq" : "o.seq";
    Sql sql = Sql.of(EventRows.COLUMNS).add(source(organisationId, query));
    sql.addIf(query.actorId(), "and e.actor_id = ?");
    sql.addIf(query.operation(), "and e.operation = ?");
    sql.addIf(query.outcome(), "and e.outcome = ?");
    if (query.from() != null) {
      sql.add("and " + number + " >= ?", firstFrom(organisationId, query.from()));
    }
    if (query.until() != null) {
      sql.add("and " + number + " < ?", firstFrom(organisationId, query.until()));
    }
    if (!page.isFirst()) {
      sql.add("and " + number + " < ?", Long.parseLong(page.after().getFirst()));
    }
    return sql.add("order by " + number + " desc limit ?", page.limit() + 1);
  }

  private static Sql source(UUID organisationId, AuditQuery query) {
    return query.objectId() == null
        ? Sql.of(
            "from audit_event e force index (" + key(query) + ") where e.organisation_id = ?",
            organisationId)
        : Sql.of(
            """
            from audit_object o force index (audit_object_by_id)
            straight_join audit_event e on e.organisation_id = o.organisation_id and e.seq = o.seq
            where o.organisation_id = ? and o.object_id = ?
              and not exists (select 1 from audit_object p where p.organisation_id = o.organisation_id and p.seq = o.seq
                              and p.object_id = o.object_id and p.position < o.position)
            """,
            organisationId,
            query.objectId());
  }

  /** Whose filter leaves the least to look at. Most events succeeded, so that filters nothing. */
  private static String key(AuditQuery query) {
    if (query.actorId() != null) {
      return "audit_event_by_actor";
    }
    if (query.operation() != null) {
      return "audit_event_by_operation";
    }
    return query.outcome() == null || query.outcome() == Outcome.SUCCEEDED
        ? "primary"
        : "audit_event_by_outcome";
  }

  /** The number of the first event at or after a moment; beyond every number when there is none. */
  private long firstFrom(UUID organisationId, Instant moment) {
    return database
        .first(
            Sql.of(
                """
                select seq from audit_event force index (audit_event_by_time)
                where organisation_id = ? and occurred_at >= ? order by occurred_at, seq limit 1
                """,
                organisationId,
                moment),
            row -> row.getLong("seq"))
        .orElse(Long.MAX_VALUE);
  }
}

package app.upline.audit;

import app.upline.platform.listing.KeyOrder;
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
 * The trail of one organization, newest first. Every page is a range of a key: a span of time is a
 * span of numbers, since both only grow, and one filter chooses the key by which the range is read.
 */
@Singleton
public final class AuditList {

  /** How many objects of an event a list shows; an upload has thousands. */
  public static final int OBJECTS_SHOWN = 10;

  private static final KeyOrder OF_OBJECT =
      KeyOrder.of("audit_object o", "audit_object_by_id")
          .with("join audit_event e on e.organization_id = o.organization_id and e.seq = o.seq");

  private static final KeyOrder BY_TIME = KeyOrder.of("audit_event", "audit_event_by_time");

  private final Database database;
  private final EventRows rows;

  AuditList(Database database, EventRows rows) {
    this.database = database;
    this.rows = rows;
  }

  public Page<RecordedEvent> page(UUID organizationId, AuditQuery query, PageRequest page) {
    return database.reading(
        () -> {
          List<RecordedEvent> found = rows.query(sql(organizationId, query, page));
          return Page.of(
              rows.withObjects(organizationId, found, OBJECTS_SHOWN),
              page.limit(),
              last -> List.of(String.valueOf(last.event().seq())));
        });
  }

  /** The same events, all of them, a batch at a time. */
  public Iterator<List<RecordedEvent>> batches(UUID organizationId, AuditQuery query) {
    return new Batches<>(request -> page(organizationId, query, request));
  }

  /** Everything that an event is about, in its order; empty when there is no such event. */
  public Optional<Page<AuditedObject>> objects(UUID organizationId, long seq, PageRequest page) {
    int after = page.isFirst() ? 0 : Integer.parseInt(page.after().getFirst());
    return database.reading(
        () ->
            rows.after(organizationId, seq - 1, seq, 1).stream()
                .findFirst()
                .map(
                    event ->
                        Page.of(
                                rows.objectsAfter(
                                    organizationId, seq, after, seq, page.limit() + 1),
                                page.limit(),
                                last -> List.of(String.valueOf(last.position())))
                            .map(EventRows.NumberedObject::object)));
  }

  private Sql sql(UUID organizationId, AuditQuery query, PageRequest page) {
    String number = query.objectId() == null ? "e.seq" : "o.seq";
    Sql sql = source(organizationId, query);
    sql.addIf(query.actorId(), "and e.actor_id = ?");
    sql.addIf(query.operation(), "and e.operation = ?");
    sql.addIf(query.outcome(), "and e.outcome = ?");
    sql.addIf(query.requestId(), "and e.request_id = ?");
    if (query.from() != null) {
      sql.add("and " + number + " >= ?", firstFrom(organizationId, query.from()));
    }
    if (query.until() != null) {
      sql.add("and " + number + " < ?", firstFrom(organizationId, query.until()));
    }
    if (!page.isFirst()) {
      sql.add(
          "and " + number + " " + query.direction().beyond() + " ?",
          Long.parseLong(page.after().getFirst()));
    }
    return sql.add(
        "order by " + number + query.direction().suffix() + " limit ?", page.limit() + 1);
  }

  private static Sql source(UUID organizationId, AuditQuery query) {
    return query.objectId() == null
        ? KeyOrder.of("audit_event e", key(query))
            .select(EventRows.COLUMNS)
            .add("where e.organization_id = ?", organizationId)
        : OF_OBJECT
            .select(EventRows.COLUMNS)
            .add(
                """
            where o.organization_id = ? and o.object_id = ?
              and not exists (select 1 from audit_object p where p.organization_id = o.organization_id and p.seq = o.seq
                              and p.object_id = o.object_id and p.position < o.position)
            """,
                organizationId,
                query.objectId());
  }

  /** Whose filter leaves the least to look at. Most events succeeded, so that filters nothing. */
  private static String key(AuditQuery query) {
    if (query.requestId() != null) {
      return "audit_event_by_request";
    }
    if (query.actorId() != null) {
      return "audit_event_by_actor";
    }
    if (query.operation() != null) {
      return "audit_event_by_operation";
    }
    return query.outcome() == null || query.outcome() == EventOutcome.SUCCEEDED
        ? "primary"
        : "audit_event_by_outcome";
  }

  /** The number of the first event at or after a moment; beyond every number when there is none. */
  private long firstFrom(UUID organizationId, Instant moment) {
    return database
        .first(
            BY_TIME
                .select("seq")
                .add(
                    "where organization_id = ? and occurred_at >= ? order by occurred_at, seq limit 1",
                    organizationId,
                    moment),
            row -> row.getLong("seq"))
        .orElse(Long.MAX_VALUE);
  }
}

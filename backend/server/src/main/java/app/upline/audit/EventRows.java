package app.upline.audit;

import app.upline.platform.listing.KeyOrder;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the tables of the trail. */
@Singleton
final class EventRows {
  static final String COLUMNS =
      """
      e.organization_id, e.seq, e.occurred_at, e.operation, e.outcome, e.status, e.actor_kind, e.actor_id,
        e.actor_name, e.roles, e.source, e.request_id, e.parameters, e.note, e.object_count, e.objects_sha256,
        e.key_version, e.mac
      """;

  static final String SELECT = "select " + COLUMNS;

  private static final KeyOrder OBJECTS = KeyOrder.of("audit_object", "primary");

  private final Database database;

  EventRows(Database database) {
    this.database = database;
  }

  /** An object and the event it belongs to. */
  record NumberedObject(long seq, int position, AuditedObject object) {}

  List<RecordedEvent> query(Sql sql) {
    return database.query(sql, EventRows::event);
  }

  /** Events after one of them, in the order of the chain. */
  List<RecordedEvent> after(UUID organizationId, long seq, long last, int limit) {
    return query(
        Sql.of(
            SELECT
                + "from audit_event e where e.organization_id = ? and e.seq > ? and e.seq <= ? order by e.seq limit ?",
            organizationId,
            seq,
            last,
            limit));
  }

  /** Objects after one of them, in the order of the chain. */
  List<NumberedObject> objectsAfter(
      UUID organizationId, long seq, int position, long last, int limit) {
    return database.query(
        Sql.of(
            """
            select * from audit_object
            where organization_id = ? and (seq > ? or (seq = ? and position > ?)) and seq >= ? and seq <= ?
            order by organization_id, seq, position limit ?
            """,
            organizationId,
            seq,
            seq,
            position,
            seq,
            last,
            limit),
        EventRows::object);
  }

  /** The events with the first of their objects. */
  List<RecordedEvent> withObjects(UUID organizationId, List<RecordedEvent> events, int shown) {
    List<Long> numbers =
        events.stream()
            .map(RecordedEvent::event)
            .filter(event -> event.objectCount() > 0)
            .map(AuditEvent::seq)
            .toList();
    if (numbers.isEmpty()) {
      return events;
    }
    Map<Long, List<AuditedObject>> found = new HashMap<>();
    Sql sql =
        OBJECTS
            .select("*")
            .add("where organization_id = ?", organizationId)
            .addIn("and seq in", numbers)
            .add("and position <= ? order by seq, position", shown);
    database
        .query(sql, EventRows::object)
        .forEach(o -> found.computeIfAbsent(o.seq(), seq -> new ArrayList<>()).add(o.object()));
    return events.stream()
        .map(event -> event.with(found.getOrDefault(event.event().seq(), List.of())))
        .toList();
  }

  static RecordedEvent event(ResultSet row) throws SQLException {
    return new RecordedEvent(
        new AuditEvent(
            Database.uuid(row, "organization_id"),
            row.getLong("seq"),
            Database.instant(row, "occurred_at"),
            row.getString("operation"),
            EventOutcome.valueOf(row.getString("outcome")),
            Database.intOrNull(row, "status"),
            Actor.Kind.valueOf(row.getString("actor_kind")),
            Database.uuidOrNull(row, "actor_id"),
            row.getString("actor_name"),
            row.getString("roles"),
            row.getString("source"),
            Database.uuidOrNull(row, "request_id"),
            row.getString("parameters"),
            row.getString("note"),
            row.getInt("object_count"),
            row.getString("objects_sha256")),
        List.of(),
        row.getInt("key_version"),
        row.getString("mac"));
  }

  private static NumberedObject object(ResultSet row) throws SQLException {
    return new NumberedObject(
        row.getLong("seq"),
        row.getInt("position"),
        new AuditedObject(
            row.getString("kind"),
            Database.uuid(row, "object_id"),
            row.getString("reference"),
            row.getString("before_sha256"),
            row.getString("after_sha256")));
  }
}

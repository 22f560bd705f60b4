package app.upline.testing;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the audit trail holds, for tests that look behind the API. */
@Singleton
public class Trail {
  private final Database database;

  Trail(Database database) {
    this.database = database;
  }

  /**
   * An event as tests look at it.
   *
   * @param objects {@code kind/id before after}, one each
   */
  public record Event(
      long seq,
      String operation,
      String outcome,
      int status,
      String actor,
      String roles,
      String source,
      UUID requestId,
      String parameters,
      List<String> objects) {}

  /** All events of an organization, oldest first. */
  public List<Event> of(UUID organizationId) {
    return after(0, organizationId);
  }

  /** The events of an organization since then, oldest first. */
  public List<Event> after(long seq, UUID organizationId) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select * from audit_event where organization_id = ? and seq > ? order by seq",
                    organizationId,
                    seq),
                row ->
                    new Event(
                        row.getLong("seq"),
                        row.getString("operation"),
                        row.getString("outcome"),
                        row.getInt("status"),
                        Objects.toString(Database.uuidOrNull(row, "actor_id"), null),
                        row.getString("roles"),
                        row.getString("source"),
                        Database.uuidOrNull(row, "request_id"),
                        row.getString("parameters"),
                        objects(organizationId, row.getLong("seq")))));
  }

  /** The number of the newest event of an organization. */
  public long lastNumber(UUID organizationId) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of(
                        "select last_seq from audit_chain where organization_id = ?",
                        organizationId),
                    row -> row.getLong(1)))
        .orElse(0L);
  }

  /** What came of an operation that the person performed since then. */
  List<String> outcomesAfter(long seq, TestUser person, String operation) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select outcome from audit_event where organization_id = ? and seq > ? and actor_id = ? and operation = ?",
                    person.organizationId(),
                    seq,
                    person.id(),
                    operation),
                row -> row.getString(1)));
  }

  private List<String> objects(UUID organizationId, long seq) {
    return database.query(
        Sql.of(
            "select * from audit_object where organization_id = ? and seq = ? order by position",
            organizationId,
            seq),
        row ->
            "%s/%s %s %s"
                .formatted(
                    row.getString("kind"),
                    Database.uuid(row, "object_id"),
                    row.getString("before_sha256"),
                    row.getString("after_sha256")));
  }
}

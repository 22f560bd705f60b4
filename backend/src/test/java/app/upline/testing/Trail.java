package app.upline.testing;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
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

  /** All events of an organisation, oldest first. */
  public List<Event> of(UUID organisationId) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select * from audit_event where organisation_id = ? order by seq",
                    organisationId),
                row ->
                    new Event(
                        row.getLong("seq"),
                        row.getString("operation"),
                        row.getString("outcome"),
                        row.getInt("status"),
                        row.getString("actor_id"),
                        row.getString("roles"),
                        row.getString("source"),
                        Database.uuidOrNull(row, "request_id"),
                        row.getString("parameters"),
                        objects(organisationId, row.getLong("seq")))));
  }

  /** The number of the newest event of an organisation. */
  public long lastNumber(UUID organisationId) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of(
                        "select last_seq from audit_chain where organisation_id = ?",
                        organisationId),
                    row -> row.getLong(1)))
        .orElse(0L);
  }

  /** What came of an operation that somebody performed since then. */
  List<String> outcomesAfter(long seq, Someone person, String operation) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select outcome from audit_event where organisation_id = ? and seq > ? and actor_id = ? and operation = ?",
                    person.organisationId(),
                    seq,
                    person.id(),
                    operation),
                row -> row.getString(1)));
  }

  private List<String> objects(UUID organisationId, long seq) {
    return database.query(
        Sql.of(
            "select * from audit_object where organisation_id = ? and seq = ? order by position",
            organisationId,
            seq),
        row ->
            "%s/%s %s %s"
                .formatted(
                    row.getString("kind"),
                    row.getString("object_id"),
                    row.getString("before_sha256"),
                    row.getString("after_sha256")));
  }
}

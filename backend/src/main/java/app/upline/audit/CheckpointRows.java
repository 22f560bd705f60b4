package app.upline.audit;

import app.upline.audit.AuditCheckpoint.Stand;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the tables of checkpoints. */
@Singleton
final class CheckpointRows {
  private static final int BATCH = 1_000;

  private final Database database;

  CheckpointRows(Database database) {
    this.database = database;
  }

  /** One as it lies there; whether it says so too is for its signature to tell. */
  record Row(long number, Instant takenAt, long events, boolean whole, String jws) {}

  Optional<Row> newest() {
    return reading("order by number desc limit 1").stream().findFirst();
  }

  /** After this number, in order. */
  List<Row> after(long number, int most) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select * from audit_checkpoint where number > ? order by number limit ?",
                    number,
                    most),
                CheckpointRows::row));
  }

  /** The newest that lists every chain, and all since; at most so many of the newest, in order. */
  List<Row> sinceTheLastWhole(int most) {
    List<Row> newestFirst =
        database.reading(
            () ->
                database.query(
                    Sql.of(
                        """
                        select * from audit_checkpoint
                        where number >= (select coalesce(max(w.number), 0) from audit_checkpoint w where w.whole = true)
                        order by number desc limit ?
                        """,
                        most),
                    CheckpointRows::row));
    return newestFirst.reversed();
  }

  /** 0 when somebody else has taken this number. */
  int insert(AuditCheckpoint checkpoint) {
    return database.writing(
        () ->
            database.update(
                Sql.of(
                    "insert ignore into audit_checkpoint (number, taken_at, events, whole, jws) values (?, ?, ?, ?, ?)",
                    checkpoint.number(),
                    checkpoint.takenAt(),
                    checkpoint.events(),
                    checkpoint.whole(),
                    checkpoint.jws())));
  }

  /** How many events all chains have given out. */
  long events() {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of("select coalesce(sum(last_seq), 0) from audit_chain"),
                    row -> row.getLong(1)))
        .orElse(0L);
  }

  /** Where every chain stands. */
  List<Stand> stands() {
    List<Stand> all = new ArrayList<>();
    List<Stand> some;
    do {
      String after = all.isEmpty() ? "" : all.getLast().organisationId().toString();
      some =
          database.reading(
              () ->
                  database.query(
                      Sql.of(
                          """
                          select organisation_id, last_seq, last_mac from audit_chain
                          where organisation_id > ? and last_seq > 0 order by organisation_id limit ?
                          """,
                          after,
                          BATCH),
                      row ->
                          new Stand(
                              Database.uuid(row, "organisation_id"),
                              row.getLong("last_seq"),
                              row.getString("last_mac"))));
      all.addAll(some);
    } while (some.size() == BATCH);
    return all;
  }

  /** The number that a receiver has, and since when. */
  record Sent(long number, Instant at) {}

  Optional<Sent> sent(String receiver) {
    return database.reading(
        () ->
            database.first(
                Sql.of(
                    "select number, sent_at from audit_checkpoint_sent where receiver = ?",
                    receiver),
                row -> new Sent(row.getLong("number"), Database.instant(row, "sent_at"))));
  }

  void sent(String receiver, long number, Instant now) {
    database.writing(
        () -> {
          int known =
              database.update(
                  Sql.of(
                      "update audit_checkpoint_sent set number = ?, sent_at = ? where receiver = ?",
                      number,
                      now,
                      receiver));
          return known > 0
              ? known
              : database.update(
                  Sql.of(
                      "insert ignore into audit_checkpoint_sent (receiver, number, sent_at) values (?, ?, ?)",
                      receiver,
                      number,
                      now));
        });
  }

  Optional<Row> newestWhole() {
    return reading("where whole = true order by number desc limit 1").stream().findFirst();
  }

  private List<Row> reading(String rest) {
    return database.reading(
        () ->
            database.query(
                Sql.of("select * from audit_checkpoint").add(rest), CheckpointRows::row));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        Database.instant(row, "taken_at"),
        row.getLong("events"),
        row.getBoolean("whole"),
        row.getString("jws"));
  }

  /** Chains that are there, in whatever state. */
  List<UUID> organisations() {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    """
                    select organisation_id from audit_chain
                    union select distinct organisation_id from audit_event
                    union select distinct organisation_id from audit_object
                    union select distinct organisation_id from audit_head
                    order by organisation_id
                    """),
                row -> Database.uuid(row, "organisation_id")));
  }
}

package app.upline.audit;

import app.upline.audit.AuditCheckpoint.Stand;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the tables of checkpoints. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class CheckpointRows implements GenericRepository<CheckpointRow, Long> {
  private static final int BATCH = 1_000;

  private final Database database;
  private final CheckpointSentRows sent;

  CheckpointRows(Database database, CheckpointSentRows sent) {
    this.sent = sent;
    this.database = database;
  }

  @Query("select * from audit_checkpoint order by number desc limit 1")
  abstract Optional<CheckpointRow> findNewest();

  @Query("select * from audit_checkpoint where whole = true order by number desc limit 1")
  abstract Optional<CheckpointRow> findNewestWhole();

  @Query("select * from audit_checkpoint where number > :number order by number limit :most")
  abstract List<CheckpointRow> findAfter(long number, int most);

  @Query(
      """
      select * from audit_checkpoint
       where number >= (select coalesce(max(w.number), 0) from audit_checkpoint w
                         where w.whole = true)
       order by number desc
       limit :most""")
  abstract List<CheckpointRow> findSinceTheLastWhole(int most);

  @Query(
      """
      insert ignore into audit_checkpoint (number, taken_at, events, whole, jws)
      values (:number, :takenAt, :events, :whole, :jws)""")
  abstract int insert(long number, Instant takenAt, long events, boolean whole, String jws);

  Optional<CheckpointRow> newest() {
    return database.reading(this::findNewest);
  }

  Optional<CheckpointRow> newestWhole() {
    return database.reading(this::findNewestWhole);
  }

  /** After this number, in order. */
  List<CheckpointRow> after(long number, int most) {
    return database.reading(() -> findAfter(number, most));
  }

  /** The newest that lists every chain, and all since; at most so many of the newest, in order. */
  List<CheckpointRow> sinceTheLastWhole(int most) {
    return database.reading(() -> findSinceTheLastWhole(most)).reversed();
  }

  /** 0 when another server has taken this number. */
  int insert(AuditCheckpoint checkpoint) {
    return database.writing(
        () ->
            insert(
                checkpoint.number(),
                checkpoint.takenAt(),
                checkpoint.events(),
                checkpoint.whole(),
                checkpoint.jws()));
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
      // The chain of no organization has the lowest id of all.
      @Nullable UUID after = all.isEmpty() ? null : all.getLast().organizationId();
      some =
          database.reading(
              () ->
                  database.query(
                      Sql.of(
                              "select organization_id, last_seq, last_mac from audit_chain where last_seq > 0")
                          .addIf(after, "and organization_id > ?")
                          .add("order by organization_id limit ?", BATCH),
                      row ->
                          new Stand(
                              Database.uuid(row, "organization_id"),
                              row.getLong("last_seq"),
                              row.getString("last_mac"))));
      all.addAll(some);
    } while (some.size() == BATCH);
    return all;
  }

  Optional<CheckpointSentRow> sent(String receiver) {
    return database.reading(() -> sent.findByReceiver(receiver));
  }

  void sent(String receiver, long number, Instant now) {
    database.writing(
        () -> {
          int known = sent.move(receiver, number, now);
          return known > 0 ? known : sent.begin(receiver, number, now);
        });
  }

  /** Chains that are there, in whatever state. */
  List<UUID> organizations() {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    """
                    select organization_id from audit_chain
                    union select distinct organization_id from audit_event
                    union select distinct organization_id from audit_object
                    union select distinct organization_id from audit_head
                    order by organization_id
                    """),
                row -> Database.uuid(row, "organization_id")));
  }
}

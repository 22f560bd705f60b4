package app.upline.audit;

import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the oldest events out of a trail: up to one whose head was signed, so that what is left
 * still proves itself, and where it begins. The rows go afterwards, a little at a time: from the
 * cut on they are not read any more, and a run that was broken off goes on the next time.
 */
@Singleton
public final class TrailPurge {

  /** What an event that tells of a cut is about; its reference is the number of the last to go. */
  static final String KIND = "audit-trail";

  private static final int BATCH = 2_000;

  private final Database database;
  private final AuditTrail trail;
  private final AuditVerification verification;

  TrailPurge(Database database, AuditTrail trail, AuditVerification verification) {
    this.database = database;
    this.trail = trail;
    this.verification = verification;
  }

  /**
   * Where a trail can be cut.
   *
   * @param seq the last event to go, whose head was signed
   * @param events how many go
   * @param sound whether they are as they were written; what is not is evidence, and stays
   */
  public record Cut(UUID organizationId, long seq, String mac, int events, boolean sound) {}

  /**
   * Where the trail can be cut; empty when nothing is old enough, or no head was signed of it.
   *
   * @param held objects whose events stay, and with them all that came after the first
   */
  public Optional<Cut> find(UUID organizationId, Instant cutoff, Collection<UUID> held) {
    return database
        .reading(() -> head(organizationId, cutoff, held))
        .map(
            head -> {
              long purged = purged(organizationId);
              long events = head.seq() - purged;
              boolean sound =
                  verification.verify(organizationId, List.of(), null, events).isSound();
              return new Cut(
                  organizationId, head.seq(), head.mac(), Math.toIntExact(events), sound);
            });
  }

  /** Whether none of these has an event before the cut. */
  public boolean isFree(Cut cut, Collection<UUID> held) {
    return firstOf(cut.organizationId(), held) > cut.seq();
  }

  /**
   * Cuts the trail, in the transaction at hand and with the event that tells of it.
   *
   * @return false when another run has cut there meanwhile
   */
  public boolean apply(Cut cut) {
    int cuts =
        database.update(
            Sql.of(
                "update audit_chain set purged_seq = ?, purged_mac = ? where organization_id = ? and purged_seq < ?",
                cut.seq(),
                cut.mac(),
                cut.organizationId(),
                cut.seq()));
    if (cuts == 1) {
      trail.changed(
          List.of(
              new AuditedObject(
                  KIND, cut.organizationId(), Long.toString(cut.seq()), null, cut.mac())));
    }
    return cuts == 1;
  }

  /** Removes the rows before the cut, each batch in a transaction of its own. */
  public void sweep(UUID organizationId) {
    long purged = purged(organizationId);
    for (String table : List.of("audit_object", "audit_event")) {
      Sql batch =
          Sql.of(
              "delete from %s where organization_id = ? and seq <= ? order by seq limit %d"
                  .formatted(table, BATCH),
              organizationId,
              purged);
      while (database.writing(() -> database.update(batch)) == BATCH) {
        // the next ones
      }
    }
  }

  private Optional<AuditHead> head(UUID organizationId, Instant cutoff, Collection<UUID> held) {
    long purged = purged(organizationId);
    long last = Math.min(lastBefore(organizationId, cutoff), firstOf(organizationId, held) - 1);
    return database.first(
        Sql.of(
            "select * from audit_head where organization_id = ? and seq > ? and seq <= ? order by taken_on desc limit 1",
            organizationId,
            purged,
            last),
        AuditHeads::head);
  }

  private long purged(UUID organizationId) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of(
                        "select purged_seq from audit_chain where organization_id = ?",
                        organizationId),
                    row -> row.getLong(1)))
        .orElse(0L);
  }

  private long lastBefore(UUID organizationId, Instant cutoff) {
    return database
        .first(
            Sql.of(
                """
                select seq from audit_event where organization_id = ? and occurred_at < ?
                order by occurred_at desc, seq desc limit 1
                """,
                organizationId,
                cutoff),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** The number of the first event about one of these; beyond all numbers when there is none. */
  private long firstOf(UUID organizationId, Collection<UUID> objects) {
    long first = Long.MAX_VALUE;
    for (List<UUID> some : Chunks.of(objects)) {
      Sql sql =
          Sql.of("select min(seq) from audit_object where organization_id = ?", organizationId)
              .addIn("and object_id in", some)
              .add("having min(seq) is not null");
      first = Math.min(first, database.first(sql, row -> row.getLong(1)).orElse(Long.MAX_VALUE));
    }
    return first;
  }
}

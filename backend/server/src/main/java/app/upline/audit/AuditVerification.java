package app.upline.audit;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves a trail: computes every code again, and compares with the heads that were signed. Against
 * an attacker who has the key, only a head that was kept elsewhere helps.
 */
@Singleton
public final class AuditVerification {
  private static final int BATCH = 1_000;

  private final Database database;
  private final EventRows rows;
  private final AuditKeys keys;
  private final HeadSignature signature;
  private final AuditCheckpoints checkpoints;
  private final List<TrailOwners> owners;

  AuditVerification(
      Database database,
      EventRows rows,
      AuditKeys keys,
      HeadSignature signature,
      AuditCheckpoints checkpoints,
      List<TrailOwners> owners) {
    this.database = database;
    this.rows = rows;
    this.keys = keys;
    this.signature = signature;
    this.checkpoints = checkpoints;
    this.owners = List.copyOf(owners);
  }

  /** Where the chain says that it ends, and what was purged. */
  private record Ends(long last, String lastMac, long purged, @Nullable String purgedMac) {}

  /**
   * Verifies a stretch of a trail, against the heads of its days and the newest checkpoints too.
   *
   * @param taken heads as they were taken elsewhere
   * @param from the first event to look at, null for the oldest that is kept
   * @param most how many events at most
   */
  public Verification verify(
      UUID organizationId, List<String> taken, @Nullable Long from, long most) {
    List<Optional<AuditHead>> heads = heads(organizationId, taken);
    checkpoints.recentHeads(organizationId).stream().map(Optional::of).forEach(heads::add);
    return verify(organizationId, from, most, heads);
  }

  /** The same against the heads of its days and what all checkpoints said of it. */
  Verification verify(UUID organizationId, List<String> taken, List<AuditHead> told) {
    List<Optional<AuditHead>> heads = heads(organizationId, taken);
    told.stream().map(Optional::of).forEach(heads::add);
    return verify(organizationId, null, Long.MAX_VALUE, heads);
  }

  private Verification verify(
      UUID organizationId, @Nullable Long from, long most, List<Optional<AuditHead>> heads) {
    Optional<Ends> told = database.reading(() -> ends(organizationId));
    Ends ends = told.orElse(new Ends(0, AuditChain.GENESIS, 0, null));
    long first = from == null ? ends.purged() + 1 : Math.max(from, ends.purged() + 1);
    ChainCheck check = new ChainCheck(keys, heads);
    String before = macBefore(organizationId, first, ends);
    check.begin(first, before);
    if (told.isEmpty() && owners.stream().anyMatch(owner -> owner.isThere(organizationId))) {
      check.missing();
    }
    if (first > ends.last() + 1) {
      check.askedBeyond(ends.last());
    } else if (before == null) {
      check.beforeMissing();
    }
    boolean complete = walk(organizationId, check, first, ends.last(), most);
    if (complete) {
      check.end(ends.last(), ends.lastMac(), beyond(organizationId));
    }
    if (ends.purged() > 0) {
      boolean seenWhole = complete && first == ends.purged() + 1;
      check.purge(ends.purged(), ends.purgedMac(), seenWhole);
    }
    return check.result(organizationId, complete);
  }

  /** Whether the end of the trail was reached. */
  private boolean walk(UUID organizationId, ChainCheck check, long first, long last, long most) {
    ObjectReader objects = new ObjectReader(rows, database, organizationId, first, last);
    long after = first - 1;
    long left = most;
    while (true) {
      long from = after;
      int wanted = (int) Math.min(BATCH, left);
      List<RecordedEvent> events =
          wanted == 0
              ? List.of()
              : database.reading(() -> rows.after(organizationId, from, last, wanted));
      for (RecordedEvent event : events) {
        check.see(event, objects.of(event.event().seq()));
        after = event.event().seq();
      }
      left -= events.size();
      if (events.size() < wanted || after >= last) {
        return true;
      }
      if (left == 0) {
        return false;
      }
    }
  }

  private List<Optional<AuditHead>> heads(UUID organizationId, List<String> taken) {
    List<String> all = new ArrayList<>(taken);
    all.addAll(
        database.reading(
            () ->
                database.query(
                    Sql.of("select jws from audit_head where organization_id = ?", organizationId),
                    row -> row.getString(1))));
    return all.stream()
        .map(jws -> signature.read(jws).filter(h -> h.organizationId().equals(organizationId)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<Ends> ends(UUID organizationId) {
    return database.first(
        Sql.of("select * from audit_chain where organization_id = ?", organizationId),
        row ->
            new Ends(
                row.getLong("last_seq"),
                row.getString("last_mac"),
                row.getLong("purged_seq"),
                row.getString("purged_mac")));
  }

  private @Nullable String macBefore(UUID organizationId, long first, Ends ends) {
    if (first == 1) {
      return AuditChain.GENESIS;
    }
    if (first == ends.purged() + 1) {
      return ends.purgedMac();
    }
    return database.reading(() -> rows.after(organizationId, first - 2, first - 1, 1)).stream()
        .findFirst()
        .map(RecordedEvent::mac)
        .orElse(null);
  }

  /** The number of the last event beyond the one that was given out last, as of now. */
  private Optional<Long> beyond(UUID organizationId) {
    return database.reading(
        () ->
            database.first(
                Sql.of(
                    """
                    select e.seq from audit_event e
                    where e.organization_id = ?
                      and e.seq > coalesce((select c.last_seq from audit_chain c where c.organization_id = ?), 0)
                    order by e.seq desc limit 1
                    """,
                    organizationId,
                    organizationId),
                row -> row.getLong(1)));
  }
}

package app.upline.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import app.upline.agency.AgencyLock;
import app.upline.audit.AuditTrail;
import app.upline.audit.TrailPurge;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The purge of one organisation: one transaction, with the event that tells of it. Broken off, it
 * has done nothing; what it leaves of the trail's rows before the cut goes the next time.
 */
@Singleton
final class OrganisationPurge {
  private static final String OPERATION = "purgeExpired";

  private final Database database;
  private final AuditTrail audit;
  private final TrailPurge trail;
  private final AgencyLock agencies;
  private final PurgeMarks marks;
  private final Removal removal;
  private final HoldRows holds;

  OrganisationPurge(
      Database database,
      AuditTrail audit,
      TrailPurge trail,
      AgencyLock agencies,
      PurgeMarks marks,
      Removal removal,
      HoldRows holds) {
    this.database = database;
    this.audit = audit;
    this.trail = trail;
    this.agencies = agencies;
    this.marks = marks;
    this.removal = removal;
    this.holds = holds;
  }

  /** What would go. Done and taken back, so that it is what the purge itself would find. */
  Tally look(Keeper keeper, Instant cutoff) {
    Optional<TrailPurge.Cut> cut = trail.find(keeper.id(), cutoff, database.reading(holds::held));
    return database.writingUnless(
        tally -> true,
        () -> {
          Tally tally = marked(keeper, cutoff);
          cut.ifPresent(found -> count(tally, found));
          return tally;
        });
  }

  Tally remove(Keeper keeper, Instant cutoff) {
    // Before the transaction, since it takes a while; what was held meanwhile is looked at in it.
    Optional<TrailPurge.Cut> cut = trail.find(keeper.id(), cutoff, database.reading(holds::held));
    Tally removed =
        audit.system(
            OPERATION,
            keeper.id(),
            () ->
                database.writingUnless(
                    tally -> !tally.anythingGoes(), () -> removed(keeper, cutoff, cut)));
    trail.sweep(keeper.id());
    return removed;
  }

  private Tally removed(Keeper keeper, Instant cutoff, Optional<TrailPurge.Cut> cut) {
    Tally tally = marked(keeper, cutoff);
    List<Mark> gone = new ArrayList<>();
    for (PurgeKind kind : PurgeKind.values()) {
      List<Mark> going = marks.going(kind);
      removal.remove(kind, going.stream().map(Mark::id).toList());
      gone.addAll(going);
    }
    marks.clear();
    cut.filter(found -> trail.isFree(found, holds.held()))
        .filter(found -> !found.sound() || trail.apply(found))
        .ifPresent(found -> count(tally, found));
    tell(gone, cutoff, tally);
    return tally;
  }

  private Tally marked(Keeper keeper, Instant cutoff) {
    marks.takeTurn();
    if (keeper.kind() == Keeper.Kind.AGENCY) {
      agencies.hold(keeper.id());
    }
    return marks.mark(keeper, cutoff);
  }

  private static void count(Tally tally, TrailPurge.Cut cut) {
    if (cut.sound()) {
      tally.goes(PurgeKind.AUDIT_EVENT, cut.events());
    } else {
      tally.stays(PurgeKind.AUDIT_EVENT, KeptBecause.UNPROVEN, cut.events());
    }
  }

  /**
   * In the organisation's trail, and of what carriers were told of in theirs: no more than that.
   */
  private void tell(List<Mark> gone, Instant cutoff, Tally tally) {
    String since = "Untouched since " + cutoff;
    audit.because(since + ": " + tally.goingInWords());
    if (!gone.isEmpty()) {
      audit.changed(gone.stream().map(Mark::audited).toList());
    }
    Map<UUID, List<Mark>> told =
        gone.stream()
            .filter(mark -> mark.carrierId() != null)
            .collect(groupingBy(Mark::toldCarrier, TreeMap::new, toList()));
    told.forEach(
        (carrier, some) -> audit.alsoFor(carrier, since, some.stream().map(Mark::named).toList()));
  }
}

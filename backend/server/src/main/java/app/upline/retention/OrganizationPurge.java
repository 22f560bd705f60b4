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
 * The purge of one organization: one transaction, with the event that tells of it. Broken off, it
 * has done nothing; what it leaves of the trail's rows before the cut goes the next time.
 */
@Singleton
final class OrganizationPurge {
  private static final String OPERATION = "purgeExpired";

  private final Database database;
  private final AuditTrail audit;
  private final TrailPurge trail;
  private final AgencyLock agencies;
  private final PurgeMarks marks;
  private final Removal removal;
  private final HoldRows holds;

  OrganizationPurge(
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
  PurgeReport look(PurgeScope keeper, Instant cutoff) {
    Optional<TrailPurge.Cut> cut = trail.find(keeper.id(), cutoff, database.reading(holds::held));
    return database.writingUnless(
        tally -> true,
        () -> {
          PurgeReport tally = marked(keeper, cutoff);
          cut.ifPresent(found -> count(tally, found));
          return tally;
        });
  }

  PurgeReport remove(PurgeScope keeper, Instant cutoff) {
    // Before the transaction, since it takes a while; what was held meanwhile is looked at in it.
    Optional<TrailPurge.Cut> cut = trail.find(keeper.id(), cutoff, database.reading(holds::held));
    PurgeReport removed =
        audit.system(
            OPERATION,
            keeper.id(),
            () ->
                database.writingUnless(
                    tally -> !tally.anythingGoes(), () -> removed(keeper, cutoff, cut)));
    trail.sweep(keeper.id());
    return removed;
  }

  private PurgeReport removed(PurgeScope keeper, Instant cutoff, Optional<TrailPurge.Cut> cut) {
    PurgeReport tally = marked(keeper, cutoff);
    List<PurgeCandidate> gone = new ArrayList<>();
    for (PurgeKind kind : PurgeKind.values()) {
      List<PurgeCandidate> going = marks.going(kind);
      removal.remove(kind, going.stream().map(PurgeCandidate::id).toList());
      gone.addAll(going);
    }
    marks.clear();
    cut.filter(found -> trail.isFree(found, holds.held()))
        .filter(found -> !found.sound() || trail.apply(found))
        .ifPresent(found -> count(tally, found));
    tell(gone, cutoff, tally);
    return tally;
  }

  private PurgeReport marked(PurgeScope keeper, Instant cutoff) {
    marks.takeTurn();
    if (keeper.kind() == PurgeScope.Kind.AGENCY) {
      agencies.hold(keeper.id());
    }
    return marks.mark(keeper, cutoff);
  }

  private static void count(PurgeReport tally, TrailPurge.Cut cut) {
    if (cut.sound()) {
      tally.goes(PurgeKind.AUDIT_EVENT, cut.events());
    } else {
      tally.stays(PurgeKind.AUDIT_EVENT, KeptBecause.UNPROVEN, cut.events());
    }
  }

  /**
   * In the organization's trail, and of what carriers were told of in theirs: no more than that.
   */
  private void tell(List<PurgeCandidate> gone, Instant cutoff, PurgeReport tally) {
    String since = "Untouched since " + cutoff;
    audit.because(since + ": " + tally.goingInWords());
    if (!gone.isEmpty()) {
      audit.changed(gone.stream().map(PurgeCandidate::audited).toList());
    }
    Map<UUID, List<PurgeCandidate>> told =
        gone.stream()
            .filter(mark -> mark.carrierId() != null)
            .collect(groupingBy(PurgeCandidate::toldCarrier, TreeMap::new, toList()));
    told.forEach(
        (carrier, some) ->
            audit.alsoFor(carrier, since, some.stream().map(PurgeCandidate::named).toList()));
  }
}

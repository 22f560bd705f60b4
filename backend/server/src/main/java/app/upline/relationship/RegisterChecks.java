package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.OWN_REFERENCE;
import static app.upline.relationship.RelationshipFields.UPSTREAM;

import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.OwnReference;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The rules that need the rest of the register: own references are unique, the upstream is there,
 * chains do not loop.
 */
@Singleton
final class RegisterChecks {

  private final RelationshipRows rows;
  private final UplineChain chain;

  RegisterChecks(RelationshipRows rows, UplineChain chain) {
    this.rows = rows;
    this.chain = chain;
  }

  /** What would be wrong if the changes were written, by the id of the change. */
  Map<UUID, List<Fault>> beforeWriting(
      UUID agencyId, List<Change<Relationship, RelationshipDetails>> changes) {
    Map<UUID, List<Fault>> faults = new HashMap<>();
    ownReferences(agencyId, changes, faults);
    upstreams(agencyId, changes, faults);
    return faults;
  }

  /** Whether there is anything to look at after writing. */
  boolean lookAtWhatIsWritten(List<Change<Relationship, RelationshipDetails>> changes) {
    return changes.stream().anyMatch(RegisterChecks::moves);
  }

  /**
   * What is wrong with the chains now that the changes are written; then they must be rolled back.
   */
  Map<UUID, Fault> afterWriting(List<Change<Relationship, RelationshipDetails>> changes) {
    List<UUID> moved =
        changes.stream()
            .filter(RegisterChecks::moves)
            .map(Change<Relationship, RelationshipDetails>::id)
            .toList();
    return chain.faults(moved);
  }

  private void ownReferences(
      UUID agencyId,
      List<Change<Relationship, RelationshipDetails>> changes,
      Map<UUID, List<Fault>> faults) {
    Map<String, UUID> wanted = new HashMap<>();
    for (Change<Relationship, RelationshipDetails> change : changes) {
      String reference = change.details().ownReference();
      if (reference != null) {
        UUID other = wanted.putIfAbsent(OwnReference.key(reference), change.id());
        if (other != null) {
          taken(
              faults,
              change.id(),
              "Two rows have this reference of your own; it must be different for each.");
        }
      }
    }
    Map<UUID, Change<Relationship, RelationshipDetails>> byId = new HashMap<>();
    changes.forEach(change -> byId.put(change.id(), change));
    for (Relationship holder : rows.byOwnReference(agencyId, wanted.keySet())) {
      String held = Objects.requireNonNull(holder.details().ownReference());
      UUID id = wanted.get(OwnReference.key(held));
      boolean givenUp = byId.containsKey(holder.id());
      if (id != null && !id.equals(holder.id()) && !givenUp) {
        taken(faults, id, holder.reference() + " has this reference of your own already.");
      }
    }
  }

  private void upstreams(
      UUID agencyId,
      List<Change<Relationship, RelationshipDetails>> changes,
      Map<UUID, List<Fault>> faults) {
    Set<UUID> wanted = new HashSet<>();
    changes.stream()
        .filter(RegisterChecks::moves)
        .forEach(change -> wanted.add(change.details().upstreamId()));
    Set<UUID> there = new HashSet<>(chain.standing(agencyId, wanted));
    changes.forEach(change -> there.add(change.id()));
    for (Change<Relationship, RelationshipDetails> change : changes) {
      if (moves(change) && !there.contains(change.details().upstreamId())) {
        add(
            faults,
            change.id(),
            new Fault(
                UPSTREAM.pointer(),
                "UNKNOWN_UPSTREAM",
                "No relationship with this reference exists in your register, or it was voided."));
      }
    }
  }

  private static boolean moves(Change<Relationship, RelationshipDetails> change) {
    UUID upstream = change.details().upstreamId();
    return upstream != null
        && (change.before() == null || !upstream.equals(change.before().details().upstreamId()));
  }

  private static void taken(Map<UUID, List<Fault>> faults, UUID id, String message) {
    add(faults, id, new Fault(OWN_REFERENCE.pointer(), "OWN_REFERENCE_TAKEN", message));
  }

  private static void add(Map<UUID, List<Fault>> faults, UUID id, Fault fault) {
    faults.computeIfAbsent(id, key -> new ArrayList<>()).add(fault);
  }
}

package app.upline.incident;

import static app.upline.incident.IncidentFields.CARRIER;
import static app.upline.incident.IncidentFields.OWN_REFERENCE;
import static app.upline.incident.IncidentFields.RELATIONSHIP;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.OwnReference;
import app.upline.relationship.RegisterReferences;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that need other records: own references are unique, the subcontractor is in the
 * register, and what was disclosed to one carrier never becomes another's.
 */
@Singleton
final class IncidentChecks {

  private final Database database;
  private final IncidentRows rows;
  private final RegisterReferences register;

  IncidentChecks(Database database, IncidentRows rows, RegisterReferences register) {
    this.database = database;
    this.rows = rows;
    this.register = register;
  }

  /** What would be wrong if the changes were written, by the id of the change. */
  Map<UUID, List<Fault>> beforeWriting(
      CurrentUser user, List<Change<Incident, IncidentDetails>> changes) {
    Map<UUID, List<Fault>> faults = new HashMap<>();
    ownReferences(user.agencyId(), changes, faults);
    subcontractors(user, changes, faults);
    carriers(user.agencyId(), changes, faults);
    return faults;
  }

  private void ownReferences(
      UUID agencyId,
      List<Change<Incident, IncidentDetails>> changes,
      Map<UUID, List<Fault>> faults) {
    Map<String, UUID> wanted = new HashMap<>();
    Set<UUID> changing = new HashSet<>();
    for (Change<Incident, IncidentDetails> change : changes) {
      changing.add(change.id());
      String reference = change.details().ownReference();
      if (reference != null
          && wanted.putIfAbsent(OwnReference.key(reference), change.id()) != null) {
        taken(
            faults,
            change.id(),
            "Two rows have this reference of your own; it must be different for each.");
      }
    }
    for (RecordedIncident holder : rows.byOwnReference(agencyId, wanted.keySet())) {
      String held = Objects.requireNonNull(holder.incident().details().ownReference());
      UUID id = wanted.get(OwnReference.key(held));
      if (id != null && !changing.contains(holder.incident().id())) {
        taken(
            faults,
            id,
            holder.incident().reference()
                + " has this reference of your own already; a follow-up is a change of that one.");
      }
    }
  }

  private void subcontractors(
      CurrentUser user,
      List<Change<Incident, IncidentDetails>> changes,
      Map<UUID, List<Fault>> faults) {
    Set<UUID> wanted = new HashSet<>();
    changes.stream()
        .map(change -> change.details().subject().relationshipId())
        .filter(Objects::nonNull)
        .forEach(wanted::add);
    Set<UUID> there = register.standing(user, wanted);
    for (Change<Incident, IncidentDetails> change : changes) {
      UUID relationship = change.details().subject().relationshipId();
      if (relationship != null
          && !there.contains(relationship)
          && !relationship.equals(subcontractorBefore(change))) {
        add(
            faults,
            change.id(),
            new Fault(
                RELATIONSHIP.pointer(),
                "UNKNOWN_RELATIONSHIP",
                "No such relationship exists in your register, or it was voided."));
      }
    }
  }

  private static @Nullable UUID subcontractorBefore(Change<Incident, IncidentDetails> change) {
    Incident before = change.before();
    return before == null ? null : before.details().subject().relationshipId();
  }

  private void carriers(
      UUID agencyId,
      List<Change<Incident, IncidentDetails>> changes,
      Map<UUID, List<Fault>> faults) {
    Predicate<Change<Incident, IncidentDetails>> moves =
        change ->
            change.before() != null
                && !change.before().details().carrierId().equals(change.details().carrierId());
    for (List<UUID> moving : Chunks.of(changes.stream().filter(moves).map(Change::id).toList())) {
      database
          .query(
              Sql.of(
                      "select id from incident where agency_id = ? and first_submitted_at is not null",
                      agencyId)
                  .addIn("and id in", moving),
              row -> uuid(row, "id"))
          .forEach(id -> add(faults, id, fixed()));
    }
  }

  private static Fault fixed() {
    return new Fault(
        CARRIER.pointer(),
        "CARRIER_FIXED",
        "This incident was disclosed to its carrier; record another for another carrier.");
  }

  private static void taken(Map<UUID, List<Fault>> faults, UUID id, String message) {
    add(faults, id, new Fault(OWN_REFERENCE.pointer(), "OWN_REFERENCE_TAKEN", message));
  }

  private static void add(Map<UUID, List<Fault>> faults, UUID id, Fault fault) {
    faults.computeIfAbsent(id, key -> new ArrayList<>()).add(fault);
  }
}

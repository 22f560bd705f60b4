package app.upline.relationship;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What may have been forgotten when one end of a chain ends: those beneath it work for the agency
 * through nobody any more.
 */
@Singleton
final class ChainWarnings {

  private static final String ACTIVE_BENEATH =
      """
      select r.upstream_id, count(*) as active from relationship r
      where r.agency_id = ? and r.status = 'ACTIVE' and r.voided = false
      """;

  private static final String ENDED =
      """
      select r.id from relationship r where r.agency_id = ? and r.status = 'ENDED' and r.voided = false
      """;

  private final Database database;

  ChainWarnings(Database database) {
    this.database = database;
  }

  /** Of many that were just saved, by the id; without those of which there is nothing to say. */
  Map<UUID, List<Fault>> of(UUID agencyId, Collection<Relationship> saved) {
    Map<UUID, List<Fault>> warnings = new HashMap<>();
    Map<UUID, Integer> beneath = activeBeneath(agencyId, idsOf(saved, RelationshipStatus.ENDED));
    beneath.forEach((id, count) -> warnings.put(id, List.of(stillActive(count))));
    List<Relationship> active =
        saved.stream().filter(one -> one.details().status() == RelationshipStatus.ACTIVE).toList();
    Set<UUID> ended =
        ended(
            agencyId,
            active.stream()
                .map(one -> one.details().upstreamId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    active.stream()
        .filter(one -> one.details().upstreamId() != null)
        .filter(one -> ended.contains(one.details().upstreamId()))
        .forEach(one -> warnings.put(one.id(), List.of(beneathAnEnded())));
    return warnings;
  }

  private static Set<UUID> idsOf(Collection<Relationship> saved, RelationshipStatus status) {
    return saved.stream()
        .filter(one -> one.details().status() == status)
        .map(Relationship::id)
        .collect(Collectors.toSet());
  }

  private Map<UUID, Integer> activeBeneath(UUID agencyId, Set<UUID> ids) {
    Map<UUID, Integer> counts = new HashMap<>();
    for (List<UUID> chunk : Chunks.of(ids)) {
      Sql sql =
          Sql.of(ACTIVE_BENEATH, agencyId)
              .addIn("and r.upstream_id in", chunk)
              .add("group by r.upstream_id");
      database.query(sql, row -> counts.put(uuid(row, "upstream_id"), row.getInt("active")));
    }
    return counts;
  }

  private Set<UUID> ended(UUID agencyId, Set<UUID> ids) {
    List<UUID> ended = new ArrayList<>();
    for (List<UUID> chunk : Chunks.of(ids)) {
      ended.addAll(
          database.query(
              Sql.of(ENDED, agencyId).addIn("and r.id in", chunk), row -> uuid(row, "id")));
    }
    return new HashSet<>(ended);
  }

  private static Fault stillActive(int count) {
    return new Fault(
        RelationshipFields.END_DATE.pointer(),
        "DOWNLINE_STILL_ACTIVE",
        count == 1
            ? "1 relationship directly beneath this one is still active. End it too, or place it beneath another."
            : "%d relationships directly beneath this one are still active. End them too, or place them beneath another."
                .formatted(count));
  }

  private static Fault beneathAnEnded() {
    return new Fault(
        RelationshipFields.UPSTREAM.pointer(),
        "UPSTREAM_ENDED",
        "The relationship that this one stands beneath has ended. Place this one beneath another, or end it too.");
  }
}

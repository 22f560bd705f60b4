package app.upline.relationship;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What may have been forgotten when one end of a chain ends: those beneath it are then cut off from
 * the agency.
 */
@Singleton
final class ChainWarnings {

  private static final String ACTIVE_BENEATH =
      """
      select r.id, r.upstream_id from relationship r
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

  /**
   * Of many that are saved, or would be, by the id; without those of which there is nothing to say.
   *
   * @param saved as they are then; what the database says of these does not count
   */
  Map<UUID, List<Fault>> of(UUID agencyId, Map<UUID, RelationshipDetails> saved) {
    Map<UUID, List<Fault>> warnings = new HashMap<>();
    Map<UUID, Integer> beneath = activeBeneathEnded(agencyId, saved);
    beneath.forEach((id, count) -> warnings.put(id, List.of(stillActive(count))));
    Set<UUID> above = new HashSet<>();
    saved.values().stream()
        .filter(ChainWarnings::stands)
        .map(RelationshipDetails::upstreamId)
        .forEach(above::add);
    above.remove(null);
    Set<UUID> ended = ended(agencyId, above, saved);
    saved.forEach(
        (id, details) -> {
          if (stands(details) && ended.contains(details.upstreamId())) {
            warnings.put(id, List.of(beneathAnEnded()));
          }
        });
    return warnings;
  }

  /** The same of relationships that the database has. */
  Map<UUID, List<Fault>> of(UUID agencyId, Collection<Relationship> saved) {
    return of(
        agencyId,
        saved.stream().collect(Collectors.toMap(Relationship::id, Relationship::details)));
  }

  private static boolean stands(RelationshipDetails details) {
    return details.status() == RelationshipStatus.ACTIVE && !details.isVoided();
  }

  private static boolean hasEnded(RelationshipDetails details) {
    return details.status() == RelationshipStatus.ENDED && !details.isVoided();
  }

  private Map<UUID, Integer> activeBeneathEnded(
      UUID agencyId, Map<UUID, RelationshipDetails> saved) {
    Set<UUID> ended = new HashSet<>();
    saved.forEach(
        (id, details) -> {
          if (hasEnded(details)) {
            ended.add(id);
          }
        });
    Map<UUID, Integer> counts = new HashMap<>();
    for (List<UUID> chunk : Chunks.of(ended)) {
      Sql sql = Sql.of(ACTIVE_BENEATH, agencyId).addIn("and r.upstream_id in", chunk);
      database.query(sql, row -> new Link(uuid(row, "id"), uuid(row, "upstream_id"))).stream()
          .filter(link -> !saved.containsKey(link.id()))
          .forEach(link -> counts.merge(link.upstreamId(), 1, Integer::sum));
    }
    saved.values().stream()
        .filter(details -> stands(details) && ended.contains(details.upstreamId()))
        .forEach(details -> counts.merge(details.upstreamId(), 1, Integer::sum));
    return counts;
  }

  private record Link(UUID id, UUID upstreamId) {}

  private Set<UUID> ended(UUID agencyId, Set<UUID> ids, Map<UUID, RelationshipDetails> saved) {
    Set<UUID> ended = new HashSet<>();
    Set<UUID> others = new HashSet<>();
    for (UUID id : ids) {
      RelationshipDetails details = saved.get(id);
      if (details == null) {
        others.add(id);
      } else if (hasEnded(details)) {
        ended.add(id);
      }
    }
    for (List<UUID> chunk : Chunks.of(others)) {
      ended.addAll(
          database.query(
              Sql.of(ENDED, agencyId).addIn("and r.id in", chunk), row -> uuid(row, "id")));
    }
    return ended;
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

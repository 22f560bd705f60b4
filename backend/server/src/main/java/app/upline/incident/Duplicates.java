package app.upline.incident;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that may be the same: of one agency, with the same subject, incident date and primary
 * category. Pointed out and never refused, since two may well be alike.
 */
@Singleton
final class Duplicates {

  /** An agency with more of the same has another problem, and no use for all of them. */
  private static final int MOST = 50;

  private final IncidentRows rows;

  Duplicates(IncidentRows rows) {
    this.rows = rows;
  }

  List<Incident> of(Incident incident) {
    return of(incident.agencyId(), List.of(incident)).get(incident.id());
  }

  /** Those of each of the incidents, by its id; looked up for all at once. */
  Map<UUID, List<Incident>> of(UUID agencyId, Collection<Incident> incidents) {
    Set<String> facets = new HashSet<>();
    incidents.forEach(incident -> facets.addAll(IncidentFacets.same(incident.details())));
    Map<String, List<Incident>> byFacet = new HashMap<>();
    for (RecordedIncident found : rows.byFacet(agencyId, facets)) {
      IncidentFacets.same(found.incident().details())
          .forEach(
              facet ->
                  byFacet.computeIfAbsent(facet, key -> new ArrayList<>()).add(found.incident()));
    }
    Map<UUID, List<Incident>> duplicates = new HashMap<>();
    for (Incident incident : incidents) {
      duplicates.put(incident.id(), among(incident, byFacet));
    }
    return duplicates;
  }

  /** Each once, although it may share both the name and the NPN. */
  private static List<Incident> among(Incident incident, Map<String, List<Incident>> byFacet) {
    Map<UUID, Incident> same = new LinkedHashMap<>();
    for (String facet : IncidentFacets.same(incident.details())) {
      for (Incident other : byFacet.getOrDefault(facet, List.of())) {
        if (same.size() < MOST
            && !other.id().equals(incident.id())
            && mayBeOne(npn(incident), npn(other))) {
          same.putIfAbsent(other.id(), other);
        }
      }
    }
    return List.copyOf(same.values());
  }

  /** Two producers of one name are two. */
  static boolean mayBeOne(@Nullable String npn, @Nullable String other) {
    return npn == null || other == null || npn.equals(other);
  }

  private static @Nullable String npn(Incident incident) {
    return incident.details().subject().npn();
  }
}

package app.upline.incident;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that may be the same: of one agency, with the same subject, incident date and primary
 * category. Pointed out and never refused, since two may well be alike.
 */
@Singleton
final class Duplicates {

  private final IncidentRows rows;

  Duplicates(IncidentRows rows) {
    this.rows = rows;
  }

  List<RecordedIncident> of(UUID agencyId, UUID id, IncidentDetails details) {
    return rows.byFacet(agencyId, IncidentFacets.same(details)).stream()
        .filter(other -> !other.incident().id().equals(id))
        .filter(other -> mayBeOne(details.subject().npn(), npn(other)))
        .toList();
  }

  /** Two producers of one name are two. */
  static boolean mayBeOne(@Nullable String npn, @Nullable String other) {
    return npn == null || other == null || npn.equals(other);
  }

  private static @Nullable String npn(RecordedIncident incident) {
    return incident.incident().details().subject().npn();
  }
}

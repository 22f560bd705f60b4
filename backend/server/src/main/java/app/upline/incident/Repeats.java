package app.upline.incident;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.listing.FacetIndex;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.Change;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of an agency's incidents are repeats of another of its own ({@link RepeatRule}). Never
 * across carriers, or one carrier would learn of another's. Kept with every write, since a later
 * word about one incident can make another a repeat.
 */
@Singleton
final class Repeats {

  private static final String STANDING =
      """
      select r.id, r.repeated, r.voided = false and exists (
          select 1 from incident o
          where o.agency_id = r.agency_id and %s
            and o.id <> r.id) as repeats
      from incident r
      where r.agency_id = ? and r.carrier_id = ?
      """
          .formatted(RepeatRule.repeats("r", "o"));

  private final Database database;

  Repeats(Database database) {
    this.database = database;
  }

  private record Row(UUID id, boolean was, boolean is) {}

  /** Looks again at all incidents of the producers that the changes are about, or were about. */
  void recount(UUID agencyId, List<Change<Incident, IncidentDetails>> changes) {
    Map<UUID, Set<String>> producers = new HashMap<>();
    for (Change<Incident, IncidentDetails> change : changes) {
      add(producers, change.details());
      add(producers, change.before() == null ? null : change.before().details());
    }
    producers.forEach(
        (carrierId, npns) -> Chunks.of(npns).forEach(chunk -> recount(agencyId, carrierId, chunk)));
    forgetWithoutProducer(agencyId, changes);
  }

  private static void add(Map<UUID, Set<String>> producers, @Nullable IncidentDetails details) {
    if (details != null && details.subject().npn() != null) {
      producers
          .computeIfAbsent(details.carrierId(), id -> new HashSet<>())
          .add(details.subject().npn());
    }
  }

  private void recount(UUID agencyId, UUID carrierId, List<String> npns) {
    write(
        agencyId,
        database.query(
            Sql.of(STANDING, agencyId, carrierId).addIn("and r.subject_npn in", npns),
            row ->
                new Row(uuid(row, "id"), row.getBoolean("repeated"), row.getBoolean("repeats"))));
  }

  /** Incidents whose producer was taken out repeat no others. */
  private void forgetWithoutProducer(
      UUID agencyId, List<Change<Incident, IncidentDetails>> changes) {
    List<UUID> without =
        changes.stream()
            .filter(change -> change.before() != null)
            .filter(change -> change.before().details().subject().npn() != null)
            .filter(change -> change.details().subject().npn() == null)
            .map(Change::id)
            .toList();
    for (List<UUID> chunk : Chunks.of(without)) {
      write(
          agencyId,
          database.query(
              Sql.of("select r.id from incident r where r.agency_id = ? and r.repeated", agencyId)
                  .addIn("and r.id in", chunk),
              row -> new Row(uuid(row, "id"), true, false)));
    }
  }

  private void write(UUID agencyId, List<Row> rows) {
    List<List<?>> heads = new ArrayList<>();
    List<FacetIndex.Change> facets = new ArrayList<>();
    for (Row row : rows) {
      if (row.was() != row.is()) {
        heads.add(List.of(row.is(), row.id()));
        facets.add(new FacetIndex.Change(agencyId, row.id(), facet(row.was()), facet(row.is())));
      }
    }
    database.batch("update incident set repeated = ?, version = version + 1 where id = ?", heads);
    IncidentFacets.INDEX.write(database, facets);
  }

  private static Set<String> facet(boolean repeated) {
    return repeated ? Set.of(IncidentFacets.REPEATED) : Set.of();
  }
}

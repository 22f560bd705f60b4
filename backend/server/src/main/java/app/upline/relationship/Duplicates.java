package app.upline.relationship;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.EntityType;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Relationships that may be with the same entity: of one agency, neither ended nor voided, with the
 * same NPN, EIN or name. Pointed out and never refused, since an entity may well be there twice.
 */
@Singleton
final class Duplicates {

  /** An agency with more of the same has another problem, and no use for all of them. */
  private static final int MOST = 50;

  /** Of how many a row of a batch is told, which may have a thousand of one name. */
  private static final int MOST_OF_ROW = 5;

  /** Each is a range of the index of its own, which ends where there are enough. */
  private static final int RANGES = 100;

  private static final String RANGE =
      """
      (select f.facet, f.relationship_id from relationship_facet f
        where f.agency_id = ? and f.facet = ? order by f.relationship_id limit ?)
      """;

  private final Database database;

  Duplicates(Database database) {
    this.database = database;
  }

  /** A relationship that is found under a facet. */
  private record Found(
      String facet,
      UUID id,
      String reference,
      EntityType entityType,
      String legalName,
      @Nullable String npn) {}

  /** What was found for many at once. */
  static final class Lookup {

    private final Map<String, List<Found>> byFacet = new HashMap<>();

    private Lookup() {}

    /**
     * Those that may be with the entity, by how much they have in common; fifty at most.
     *
     * @param self the relationship itself, which is none of them; null when it is not written
     */
    List<PossibleDuplicate> of(EntityTraits traits, @Nullable UUID self) {
      Map<UUID, Found> one = new LinkedHashMap<>();
      Map<UUID, Set<String>> facets = new HashMap<>();
      for (String facet : traits.facets()) {
        for (Found found : byFacet.getOrDefault(facet, List.of())) {
          if (!found.id().equals(self)) {
            one.putIfAbsent(found.id(), found);
            facets.computeIfAbsent(found.id(), id -> new LinkedHashSet<>()).add(facet);
          }
        }
      }
      return one.values().stream()
          .map(found -> duplicate(found, traits, facets.get(found.id())))
          .filter(duplicate -> !duplicate.shared().isEmpty())
          .sorted(Comparator.comparing(duplicate -> -duplicate.shared().size()))
          .limit(MOST)
          .toList();
    }

    private static PossibleDuplicate duplicate(
        Found found, EntityTraits traits, Set<String> facets) {
      return new PossibleDuplicate(
          found.id(),
          found.reference(),
          found.entityType(),
          found.legalName(),
          traits.sharedWith(new EntityTraits(facets, found.npn())));
    }
  }

  List<PossibleDuplicate> of(Relationship relationship) {
    EntityTraits traits = EntityTraits.of(relationship.details());
    return lookup(relationship.agencyId(), List.of(traits)).of(traits, relationship.id());
  }

  /** What there is to say about each of many that were just saved, by its id. */
  Map<UUID, List<Fault>> warnings(UUID agencyId, Collection<Relationship> saved) {
    return warnings(agencyId, saved, Duplicates::warning);
  }

  /**
   * The same of a batch that is taken back.
   *
   * @param rows those that would record a new one, by its id: its reference does not last
   */
  Map<UUID, List<Fault>> warningsOfDryRun(
      UUID agencyId, Collection<Relationship> relationships, Map<UUID, Integer> rows) {
    return warnings(
        agencyId,
        relationships,
        other -> {
          Integer row = rows.get(other.id());
          return fault(
              row == null
                  ? "%s has the same %s. If the two are one entity, give its reference in this row; if both are really there, keep both."
                      .formatted(other.reference(), other.likeness())
                  : "Row %d has the same %s. If the two are one entity, send one of the rows; if both are really there, keep both."
                      .formatted(row, other.likeness()));
        });
  }

  private Map<UUID, List<Fault>> warnings(
      UUID agencyId,
      Collection<Relationship> relationships,
      Function<PossibleDuplicate, Fault> warning) {
    Map<UUID, EntityTraits> traits = new LinkedHashMap<>();
    relationships.forEach(one -> traits.put(one.id(), EntityTraits.of(one.details())));
    Lookup lookup = lookup(agencyId, traits.values());
    Map<UUID, List<Fault>> warnings = new HashMap<>();
    traits.forEach(
        (id, its) ->
            warnings.put(id, lookup.of(its, id).stream().limit(MOST_OF_ROW).map(warning).toList()));
    return warnings;
  }

  /** Looks up for all at once what has something in common with each. */
  Lookup lookup(UUID agencyId, Collection<EntityTraits> traits) {
    Set<String> facets = new LinkedHashSet<>();
    traits.forEach(its -> facets.addAll(its.facets()));
    Lookup lookup = new Lookup();
    for (List<String> chunk : Chunks.of(facets, RANGES)) {
      for (Found found : database.query(found(agencyId, chunk), Duplicates::found)) {
        lookup.byFacet.computeIfAbsent(found.facet(), facet -> new ArrayList<>()).add(found);
      }
    }
    return lookup;
  }

  private static Sql found(UUID agencyId, List<String> facets) {
    Sql sql =
        Sql.of("select s.facet, r.id, r.reference, r.entity_type, r.legal_name, r.npn\nfrom (");
    for (int i = 0; i < facets.size(); i++) {
      sql.add(i == 0 ? RANGE : "union all\n" + RANGE, agencyId, facets.get(i), MOST + 1);
    }
    return sql.add(
        ") s join relationship r on r.id = s.relationship_id where r.agency_id = ? order by r.id",
        agencyId);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("facet"),
        uuid(row, "id"),
        row.getString("reference"),
        EntityType.valueOf(row.getString("entity_type")),
        row.getString("legal_name"),
        row.getString("npn"));
  }

  static Fault warning(PossibleDuplicate other) {
    return fault(
        "%s has the same %s. If the two are one entity, change %s and void this one; if both are really there, keep both."
            .formatted(other.reference(), other.likeness(), other.reference()));
  }

  private static Fault fault(String message) {
    return new Fault("", "POSSIBLE_DUPLICATE", message);
  }
}

package app.upline.relationship;

import static app.upline.platform.persistence.Database.uuid;

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

/**
 * Who is downstream of whom: a forest at most six levels deep beneath the agency (DOMAIN section
 * 3).
 */
@Singleton
final class UplineChain {

  /** One level more than is allowed, and one more to close a loop, are enough to see a fault. */
  private static final int LOOK = Chain.MAX_LEVELS + 2;

  private static final String UP =
      """
      with recursive up (start_id, id, upstream_id, level) as (
        select r.id, r.id, r.upstream_id, 1 from relationship r where %s
        union all
        select up.start_id, p.id, p.upstream_id, up.level + 1
        from up join relationship p on p.id = up.upstream_id where up.level < ?
      )
      """;

  private static final String DOWN =
      """
      with recursive down (start_id, id, level) as (
        select r.id, r.id, 1 from relationship r where %s
        union all
        select down.start_id, c.id, down.level + 1
        from down join relationship c on c.upstream_id = down.id where down.level < ?
      )
      """;

  private final Database database;

  UplineChain(Database database) {
    this.database = database;
  }

  /** References of a few of those directly beneath one that are not voided. */
  List<String> standingBeneath(UUID agencyId, UUID id) {
    return database.query(
        Sql.of(
            """
            select reference from relationship
            where upstream_id = ? and agency_id = ? and voided = false order by id limit 5
            """,
            id,
            agencyId),
        row -> row.getString("reference"));
  }

  /** Which of the ids are rows of the agency's register that are not voided. */
  Set<UUID> standing(UUID agencyId, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        database.query(
            Sql.of("select id from relationship where agency_id = ? and voided = false", agencyId)
                .addIn("and id in", ids),
            row -> uuid(row, "id")));
  }

  /** What is wrong with the chains that the given rows are in, after they were written; by row. */
  Map<UUID, Fault> faults(Collection<UUID> moved) {
    Map<UUID, Fault> faults = new HashMap<>();
    if (moved.isEmpty()) {
      return faults;
    }
    Map<UUID, Integer> heights = heights(moved);
    Sql up = Sql.of(UP.formatted(in(moved)), moved.toArray()).add("", LOOK);
    up.add(
        "select start_id, max(level) as levels, max(case when level > 1 and id = start_id then 1 else 0 end) as looped from up group by start_id");
    database.query(
        up,
        row -> {
          UUID id = uuid(row, "start_id");
          if (row.getBoolean("looped")) {
            faults.put(
                id,
                fault(
                    "CHAIN_LOOP",
                    "This entity would be upstream of itself; choose another upstream."));
          } else if (row.getInt("levels") + heights.getOrDefault(id, 1) - 1 > Chain.MAX_LEVELS) {
            faults.put(
                id,
                fault(
                    "CHAIN_TOO_DEEP",
                    "The chain would be more than " + Chain.MAX_LEVELS + " levels deep."));
          }
          return id;
        });
    return faults;
  }

  private Map<UUID, Integer> heights(Collection<UUID> moved) {
    Sql down = Sql.of(DOWN.formatted(in(moved)), moved.toArray()).add("", LOOK);
    down.add("select start_id, max(level) as height from down group by start_id");
    Map<UUID, Integer> heights = new HashMap<>();
    database.query(down, row -> heights.put(uuid(row, "start_id"), row.getInt("height")));
    return heights;
  }

  private static String in(Collection<UUID> ids) {
    return "r.id in (" + String.join(", ", ids.stream().map(id -> "?").toList()) + ")";
  }

  private static Fault fault(String code, String message) {
    return new Fault(RelationshipFields.UPSTREAM.pointer(), code, message);
  }
}

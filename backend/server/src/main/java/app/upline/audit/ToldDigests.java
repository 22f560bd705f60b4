package app.upline.audit;

import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a trail has told of the content of objects, to compare with what is there. */
@Singleton
public final class ToldDigests {
  private final Database database;

  ToldDigests(Database database) {
    this.database = database;
  }

  /** The digests that each object had after a change, the oldest first. */
  public Map<UUID, List<String>> of(UUID organizationId, String kind, Collection<UUID> objects) {
    Map<UUID, List<String>> told = new HashMap<>();
    for (List<UUID> some : Chunks.of(objects)) {
      Sql sql =
          Sql.of(
                  """
                  select object_id, after_sha256 from audit_object
                  where organization_id = ? and kind = ? and after_sha256 is not null
                  """,
                  organizationId,
                  kind)
              .addIn("and object_id in", some)
              .add("order by seq, position");
      database
          .reading(
              () ->
                  database.query(
                      sql, row -> Map.entry(Database.uuid(row, "object_id"), row.getString(2))))
          .forEach(
              entry ->
                  told.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                      .add(entry.getValue()));
    }
    return told;
  }

  /** Whether the beginning of the trail was purged, so that it need not tell of what is old. */
  public boolean isPurged(UUID organizationId) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of(
                        "select 1 from audit_chain where organization_id = ? and purged_seq > 0",
                        organizationId),
                    row -> true))
        .isPresent();
  }
}

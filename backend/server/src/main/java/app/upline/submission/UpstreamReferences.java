package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The references of relationships that others stand beneath: an agency's own, and those that a
 * carrier was ever told of.
 */
@Singleton
public final class UpstreamReferences {

  private static final String DISCLOSED =
      """
      select distinct r.id, r.reference from disclosure d join relationship r on r.id = d.relationship_id
      where d.carrier_id = ?
      """;

  private final Database database;

  UpstreamReferences(Database database) {
    this.database = database;
  }

  /** By id; without those that are not the caller's to know. */
  public Map<UUID, String> of(CurrentUser user, Collection<UUID> ids) {
    Map<UUID, String> references = new HashMap<>();
    for (List<UUID> chunk : Chunks.of(ids)) {
      Sql sql =
          user.kind() == OrganizationKind.AGENCY
              ? Sql.of(
                      "select r.id, r.reference from relationship r where r.agency_id = ?",
                      user.agencyId())
                  .addIn("and r.id in", chunk)
              : Sql.of(DISCLOSED, user.carrierId()).addIn("and d.relationship_id in", chunk);
      database
          .reading(
              () ->
                  database.query(
                      sql, row -> Map.entry(uuid(row, "id"), row.getString("reference"))))
          .forEach(found -> references.put(found.getKey(), found.getValue()));
    }
    return references;
  }
}

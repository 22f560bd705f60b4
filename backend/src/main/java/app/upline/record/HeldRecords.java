package app.upline.record;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Whether an agency has put a record of its own under a legal hold: then nothing of it is erased. A
 * carrier's hold is of what it was told, which is never erased anyway, and the agency learns
 * nothing of it.
 */
@Singleton
public final class HeldRecords {
  private static final String HOLD =
      """
      select 1 from legal_hold
      where organisation_id = ? and object_kind = 'INCIDENT' and object_id = ? and state = 'IN_FORCE' limit 1
      """;

  private final Database database;

  HeldRecords(Database database) {
    this.database = database;
  }

  public boolean incident(UUID agencyId, UUID incidentId) {
    return database.first(Sql.of(HOLD, agencyId, incidentId), row -> 1).isPresent();
  }
}

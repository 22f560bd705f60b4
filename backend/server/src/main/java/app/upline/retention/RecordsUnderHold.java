package app.upline.retention;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.HeldRecords;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells those who would erase something of a record whether it is under a hold. */
@Singleton
final class RecordsUnderHold implements HeldRecords {

  private static final String HOLD =
      """
      select 1 from legal_hold
      where organization_id = ? and object_kind = 'INCIDENT' and object_id = ? and state = 'IN_FORCE' limit 1
      """;

  private final Database database;

  RecordsUnderHold(Database database) {
    this.database = database;
  }

  @Override
  public boolean incident(UUID agencyId, UUID incidentId) {
    return database.first(Sql.of(HOLD, agencyId, incidentId), row -> 1).isPresent();
  }
}

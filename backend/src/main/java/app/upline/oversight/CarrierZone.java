package app.upline.oversight;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.UUID;

/** Where a carrier's days end. */
@Singleton
final class CarrierZone {

  private final Database database;

  CarrierZone(Database database) {
    this.database = database;
  }

  ZoneId of(UUID carrierId) {
    return database
        .first(
            Sql.of("select time_zone from carrier where id = ?", carrierId),
            row -> ZoneId.of(row.getString(1)))
        .orElseThrow();
  }
}

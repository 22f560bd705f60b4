package app.upline.agency;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/** One writer at a time in what a carrier keeps for itself: its policies, its directory. */
@Singleton
final class CarrierLock {

  private final Database database;

  CarrierLock(Database database) {
    this.database = database;
  }

  /** Waits for the other writers of the carrier; held until the transaction ends. */
  void hold(UUID carrierId) {
    database.first(
        Sql.of("select id from carrier where id = ? for update", carrierId),
        row -> row.getString(1));
  }
}

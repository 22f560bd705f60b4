package app.upline.agency;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * One writer at a time in what a carrier keeps for itself: its policies, its directory, its
 * extracts, the sections of its resource center. Its agencies, whose records refer to it, do not
 * wait.
 */
@Singleton
public final class CarrierLock {

  private final Database database;

  CarrierLock(Database database) {
    this.database = database;
  }

  /** Waits for the other writers of the carrier; held until the transaction ends. */
  public void hold(UUID carrierId) {
    database.update(
        Sql.of(
            "insert into carrier_lock (carrier_id) values (?) on duplicate key update carrier_id = carrier_id",
            carrierId));
  }
}

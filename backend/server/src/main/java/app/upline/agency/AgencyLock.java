package app.upline.agency;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * One writer at a time in an agency's register and its submissions. References without gaps, chains
 * without loops and "no two with the same reference" are then checked and written without
 * interference; agencies never wait for each other.
 */
@Singleton
public final class AgencyLock {

  private final Database database;

  AgencyLock(Database database) {
    this.database = database;
  }

  /** Waits for the other writers of the agency; held until the transaction ends. */
  public void hold(UUID agencyId) {
    database.first(
        Sql.of("select id from agency where id = ? for update", agencyId), row -> row.getString(1));
  }
}

package app.upline.relationship;

import app.upline.agency.ContractListener;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * All of a register is undisclosed to a carrier that an agency has just contracted with. Without
 * these rows the relationships would never be offered for disclosure to it.
 */
@Singleton
final class UndisclosedRegister implements ContractListener {

  private static final String ALL =
      """
      insert ignore into undisclosed_relationship (agency_id, carrier_id, relationship_id)
      select agency_id, ?, id from relationship where agency_id = ? and voided = false
      """;

  private static final String CHANGED_SINCE = ALL + "and changed_at >= ?";

  private final Database database;

  UndisclosedRegister(Database database) {
    this.database = database;
  }

  @Override
  public void contracted(UUID agencyId, UUID carrierId) {
    database.update(Sql.of(ALL, carrierId, agencyId));
  }

  @Override
  public void renewed(UUID agencyId, UUID carrierId, Instant since) {
    database.update(Sql.of(CHANGED_SINCE, carrierId, agencyId, since));
  }
}

package app.upline.agency;

import java.time.Instant;
import java.util.UUID;

/** Hears of a contract that comes into force, in the transaction in which it does. */
public interface ContractListener {

  void contracted(UUID agencyId, UUID carrierId);

  /**
   * One that was out of force is in force again.
   *
   * @param since from when on changes were not owed to the carrier
   */
  void renewed(UUID agencyId, UUID carrierId, Instant since);
}

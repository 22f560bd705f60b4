package app.upline.agency;

import java.time.LocalDate;
import java.util.UUID;

/** Hears of a contract that comes into force, in the transaction in which it does. */
public interface ContractListener {

  void contracted(UUID agencyId, UUID carrierId);

  /** One that had ended begins again; what happened meanwhile was not owed to the carrier. */
  void renewed(UUID agencyId, UUID carrierId, LocalDate endedOn);
}

package app.upline.agency;

import java.util.UUID;

/** Hears of a new contract, in the transaction that makes it. */
public interface ContractListener {

  void contracted(UUID agencyId, UUID carrierId);
}

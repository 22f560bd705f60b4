package app.upline.record;

import java.util.Map;
import java.util.UUID;

/**
 * Which carriers hold a record of the caller's agency now: these are owed it when it is voided, and
 * no others. Asked inside a transaction.
 */
public interface HoldingCarriers {

  /** By carrier, the digest of the content that it holds. */
  Map<UUID, String> ofIncident(UUID agencyId, UUID incidentId);

  /** By carrier, the digest of the content that it holds. */
  Map<UUID, String> ofRelationship(UUID agencyId, UUID relationshipId);
}

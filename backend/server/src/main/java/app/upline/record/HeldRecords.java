package app.upline.record;

import java.util.UUID;

/**
 * Whether an agency has put a record of its own under a legal hold: then nothing of it is erased. A
 * carrier's hold is of what it was told, which is never erased anyway, and the agency learns
 * nothing of it. Asked inside a transaction.
 */
public interface HeldRecords {

  boolean incident(UUID agencyId, UUID incidentId);
}

package app.upline.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a chain stood on a day.
 *
 * @param mac the code of the event of this number
 * @param jws all of this, signed (RFC 7515, EdDSA): what is to be taken elsewhere
 */
public record AuditHead(
    UUID organizationId, LocalDate day, long seq, String mac, Instant takenAt, String jws) {}

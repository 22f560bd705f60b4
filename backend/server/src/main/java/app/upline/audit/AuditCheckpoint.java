package app.upline.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where the chains stood at one moment.
 *
 * @param number from 1 and without gaps
 * @param previous the SHA-256 of the one before, in base64url; empty for the first
 * @param events how many events all chains had given out
 * @param organizations how many chains there were
 * @param whole whether every chain is listed; else those that went on since the one before
 * @param jws all of this, signed (RFC 7515, EdDSA): what is to be taken elsewhere
 */
public record AuditCheckpoint(
    long number,
    Instant takenAt,
    String previous,
    long events,
    int organizations,
    boolean whole,
    List<Stand> chains,
    String jws) {

  /** Where one chain stood: the number and the code of its last event. */
  public record Stand(UUID organizationId, long seq, String mac) {}

  public AuditCheckpoint {
    chains = List.copyOf(chains);
  }

  /** What the next one calls this one. */
  String sha256() {
    return Digest.sha256Base64(jws);
  }
}

package app.upline.audit;

import app.upline.audit.AuditCheckpoint.Stand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs checkpoints, and reads them back. */
@Singleton
final class CheckpointSignature {
  private static final String TYPE = "upline-audit-checkpoint+jws";

  private final JwsForm form;

  CheckpointSignature(JwsForm form) {
    this.form = form;
  }

  /** The same with its signature. */
  AuditCheckpoint sign(AuditCheckpoint unsigned) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("number", unsigned.number());
    claims.put("takenAt", unsigned.takenAt().toString());
    claims.put("previous", unsigned.previous());
    claims.put("events", unsigned.events());
    claims.put("organizations", unsigned.organizations());
    claims.put("whole", unsigned.whole());
    claims.put(
        "chains",
        unsigned.chains().stream()
            .map(stand -> List.of(stand.organizationId().toString(), stand.seq(), stand.mac()))
            .toList());
    return new AuditCheckpoint(
        unsigned.number(),
        unsigned.takenAt(),
        unsigned.previous(),
        unsigned.events(),
        unsigned.organizations(),
        unsigned.whole(),
        unsigned.chains(),
        form.sign(TYPE, claims));
  }

  /** What one says; empty when it was not signed by one of our keys, or is none at all. */
  Optional<AuditCheckpoint> read(String jws) {
    return form.read(TYPE, jws).flatMap(claims -> checkpoint(claims, jws.strip()));
  }

  private static Optional<AuditCheckpoint> checkpoint(Map<String, Object> claims, String jws) {
    try {
      return Optional.of(
          new AuditCheckpoint(
              number(claims.get("number")),
              Instant.parse((String) claims.get("takenAt")),
              (String) claims.get("previous"),
              number(claims.get("events")),
              (int) number(claims.get("organizations")),
              (Boolean) claims.get("whole"),
              ((List<?>) claims.get("chains")).stream().map(CheckpointSignature::stand).toList(),
              jws));
    } catch (RuntimeException e) {
      return Optional.empty(); // signed by a key of ours, and yet none
    }
  }

  private static Stand stand(Object listed) {
    List<?> parts = (List<?>) listed;
    return new Stand(
        UUID.fromString((String) parts.get(0)), number(parts.get(1)), (String) parts.get(2));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}

package app.upline.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs the head of one chain, and reads it back. */
@Singleton
final class HeadSignature {
  private static final String TYPE = "upline-audit-head+jws";

  private final JwsForm form;

  HeadSignature(JwsForm form) {
    this.form = form;
  }

  String sign(UUID organizationId, LocalDate day, long seq, String mac, Instant at) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("organization", organizationId.toString());
    claims.put("day", day.toString());
    claims.put("seq", seq);
    claims.put("mac", mac);
    claims.put("takenAt", at.toString());
    return form.sign(TYPE, claims);
  }

  /** What a head says; empty when it was not signed by one of our keys, or is no head at all. */
  Optional<AuditHead> read(String jws) {
    return form.read(TYPE, jws).flatMap(claims -> head(claims, jws.strip()));
  }

  private static Optional<AuditHead> head(Map<String, Object> claims, String jws) {
    try {
      return Optional.of(
          new AuditHead(
              UUID.fromString((String) claims.get("organization")),
              LocalDate.parse((String) claims.get("day")),
              ((Number) claims.get("seq")).longValue(),
              (String) claims.get("mac"),
              Instant.parse((String) claims.get("takenAt")),
              jws));
    } catch (RuntimeException e) {
      return Optional.empty(); // signed by a key of ours, and yet no head
    }
  }
}

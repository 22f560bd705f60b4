package app.upline.audit;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs heads as compact JWS and reads them back; only EdDSA by one of our keys counts. */
@Singleton
final class HeadSignature {
  private static final String TYPE = "upline-audit-head+jws";
  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HeadKeys keys;
  private final JsonMapper json;

  HeadSignature(HeadKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  String sign(UUID organisationId, LocalDate day, long seq, String mac, Instant at) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "EdDSA");
    header.put("kid", keys.current().id());
    header.put("typ", TYPE);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("organisation", organisationId.toString());
    claims.put("day", day.toString());
    claims.put("seq", seq);
    claims.put("mac", mac);
    claims.put("takenAt", at.toString());
    String signed = encode(header) + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(keys.current().sign(signed));
  }

  /** What a head says; empty when it was not signed by one of our keys, or is no head at all. */
  Optional<AuditHead> read(String jws) {
    String[] parts = jws.strip().split("\\.", -1);
    try {
      if (parts.length != 3 || !isOurs(parts)) {
        return Optional.empty();
      }
      Map<String, Object> claims = decode(parts[1]);
      return Optional.of(
          new AuditHead(
              UUID.fromString((String) claims.get("organisation")),
              LocalDate.parse((String) claims.get("day")),
              ((Number) claims.get("seq")).longValue(),
              (String) claims.get("mac"),
              Instant.parse((String) claims.get("takenAt")),
              jws.strip()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever was sent, it is not one of ours
    }
  }

  private boolean isOurs(String[] parts) throws IOException {
    Map<String, Object> header = decode(parts[0]);
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    List<HeadKey> named =
        keys.all().stream().filter(key -> key.id().equals(header.get("kid"))).toList();
    return "EdDSA".equals(header.get("alg"))
        && TYPE.equals(header.get("typ"))
        && named.stream().anyMatch(key -> key.signed(parts[0] + "." + parts[1], signature));
  }

  private String encode(Map<String, Object> object) {
    try {
      return BASE64.encodeToString(
          json.writeValueAsString(object).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> decode(String part) throws IOException {
    return json.readValue(Base64.getUrlDecoder().decode(part), OBJECT);
  }
}

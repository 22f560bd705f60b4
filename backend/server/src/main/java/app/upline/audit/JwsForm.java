package app.upline.audit;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs claims as compact JWS and reads them back; only EdDSA by one of our keys counts. */
@Singleton
final class JwsForm {
  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HeadKeys keys;
  private final JsonMapper json;

  JwsForm(HeadKeys keys, JsonMapper json) {
    this.keys = keys;
    this.json = json;
  }

  /**
   * @param type tells one kind of claims from another
   */
  String sign(String type, Map<String, Object> claims) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "EdDSA");
    header.put("kid", keys.current().id());
    header.put("typ", type);
    String signed = encode(header) + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(keys.current().sign(signed));
  }

  /** The claims; empty when they were not signed by one of our keys, or are of another type. */
  Optional<Map<String, Object>> read(String type, String jws) {
    String[] parts = jws.strip().split("\\.", -1);
    try {
      return parts.length == 3 && isOurs(type, parts)
          ? Optional.of(decode(parts[1]))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // whatever was sent, it is not one of ours
    }
  }

  private boolean isOurs(String type, String[] parts) throws IOException {
    Map<String, Object> header = decode(parts[0]);
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    List<HeadKey> named =
        keys.all().stream().filter(key -> key.id().equals(header.get("kid"))).toList();
    return "EdDSA".equals(header.get("alg"))
        && type.equals(header.get("typ"))
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

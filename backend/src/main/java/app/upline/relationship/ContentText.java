package app.upline.relationship;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * A relationship's content as canonical JSON (RFC 8785): the same content is always the same bytes.
 */
@Singleton
final class ContentText {

  private final JsonMapper json;

  ContentText(JsonMapper json) {
    this.json = json;
  }

  String write(RelationshipDetails details) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(RelationshipFields.ALL.write(details)))
          .getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RelationshipDetails read(String text) {
    try {
      return json.readValue(text, RelationshipDetails.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

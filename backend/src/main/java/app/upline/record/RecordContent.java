package app.upline.record;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.erdtman.jcs.JsonCanonicalizer;

/** Content as canonical JSON (RFC 8785): the same content is always the same bytes (ADR 4). */
public final class RecordContent<D> {

  private final JsonMapper json;
  private final Class<D> type;
  private final Function<D, JsonNode> form;

  public RecordContent(JsonMapper json, Class<D> type, Function<D, JsonNode> form) {
    this.json = json;
    this.type = type;
    this.form = form;
  }

  public String write(D details) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(form.apply(details))).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public D read(String text) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SHA-256 of the text, in hex. */
  public String digest(D details) {
    return sha256(write(details));
  }

  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

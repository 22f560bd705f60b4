package app.upline.record;

import app.upline.platform.digest.Sha256;
import app.upline.platform.persistence.AlteredContentException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

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

  /**
   * The content in a row, with its digest beside it in the columns {@code content} and {@code
   * content_sha256}.
   *
   * @throws AlteredContentException when they do not fit
   */
  public D read(ResultSet row) throws SQLException {
    return read(Objects.requireNonNull(intact(row, "content", "content_sha256")));
  }

  /** The text in a column, which its digest in another vouches for; null when there is none. */
  public static @Nullable String intact(ResultSet row, String column, String digest)
      throws SQLException {
    String text = row.getString(column);
    if (text != null && !sha256(text).equals(row.getString(digest))) {
      throw new AlteredContentException();
    }
    return text;
  }

  /** The SHA-256 of the text, in hex. */
  public String digest(D details) {
    return sha256(write(details));
  }

  public static String sha256(String text) {
    return Sha256.hex(text);
  }
}

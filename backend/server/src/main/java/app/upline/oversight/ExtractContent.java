package app.upline.oversight;

import app.upline.platform.digest.Sha256;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The bytes that the hash of a final extract is taken over, format {@code upline-extract/1}: UTF-8,
 * one canonical JSON document (RFC 8785) a line, each ended by LF; the header first, then the rows
 * in their order.
 */
@Singleton
final class ExtractContent {

  static final String FORMAT = "upline-extract/1";

  private final JsonMapper json;

  ExtractContent(JsonMapper json) {
    this.json = json;
  }

  /** A row as it is stored. */
  String line(Map<String, String> values) {
    return canonical(values);
  }

  @SuppressWarnings("unchecked") // rows are written by line()
  Map<String, String> values(String line) {
    try {
      return new TreeMap<>(json.readValue(line, Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(Extract extract, Extract.Seal seal, List<String> lines) {
    StringBuilder text = new StringBuilder(header(extract, seal)).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  String sha256(byte[] content) {
    return Sha256.hex(content);
  }

  private String header(Extract extract, Extract.Seal seal) {
    return canonical(
        Map.of(
            "format", FORMAT,
            "kind", extract.kind().name(),
            "period", extract.period().toString(),
            "version", Integer.toString(seal.number()),
            "carrierId", extract.carrier().id().toString(),
            "carrier", extract.carrier().name(),
            "rowCount", Integer.toString(seal.rowCount()),
            "finalizedAt", seal.at().toString(),
            "finalizedBy", seal.by()));
  }

  private String canonical(Map<String, String> members) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(members)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

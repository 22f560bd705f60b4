package app.upline.platform.docs;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file of the class path, read once, with a validator made of its content. */
record StaticFile(byte[] content, MediaType type, String etag) {

  /** Fails where the file is missing, so that the server does not start without it. */
  static StaticFile read(String path, MediaType type) {
    try (var stream = StaticFile.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      byte[] content = stream.readAllBytes();
      return new StaticFile(content, type, '"' + sha256(content) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file, or 304 where the caller has it; caches ask again each time, which costs next to
   * nothing.
   */
  MutableHttpResponse<byte[]> answer(@Nullable String ifNoneMatch) {
    MutableHttpResponse<byte[]> response =
        isKnown(ifNoneMatch)
            ? HttpResponse.notModified()
            : HttpResponse.ok(content).contentType(type);
    return response.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private boolean isKnown(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package app.upline.platform.served;

import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.netty.buffer.ByteBuf;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of the class path, read once, compressed for the first who wants it so, and kept outside
 * of the heap: everybody is sent the same memory, so that a client that does not take it costs
 * nothing.
 */
public final class StaticFile {
  private static final String GZIP = "gzip";
  private static final String ASK_AGAIN = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final FileForm plain;
  private final Supplier<FileForm> compressed;
  private final MediaType type;

  private StaticFile(byte[] content, MediaType type) {
    this.plain = FileForm.of(content);
    this.compressed = SupplierUtil.memoized(plain::gzipped);
    this.type = type;
  }

  /**
   * Fails where the file is missing.
   *
   * @param owner the class beside which a relative path begins
   */
  public static StaticFile read(Class<?> owner, String path, MediaType type) {
    return find(owner, path, type)
        .orElseThrow(() -> new UncheckedIOException(new FileNotFoundException(path)));
  }

  /** A file that may be missing. */
  public static Optional<StaticFile> find(Class<?> owner, String path, MediaType type) {
    try (var stream = owner.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new StaticFile(stream.readAllBytes(), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that was made here. */
  public static StaticFile of(String text, MediaType type) {
    return new StaticFile(text.getBytes(StandardCharsets.UTF_8), type);
  }

  /**
   * The file as the caller reads it, or 304 where they have it; caches ask again each time, which
   * costs next to nothing.
   */
  public MutableHttpResponse<ByteBuf> answer(HttpRequest<?> request) {
    return answer(request, ASK_AGAIN);
  }

  /** For a file whose name says its content: caches never ask again. */
  public MutableHttpResponse<ByteBuf> answerForEver(HttpRequest<?> request) {
    return answer(request, FOR_EVER);
  }

  private MutableHttpResponse<ByteBuf> answer(HttpRequest<?> request, String caching) {
    boolean zipped = takesGzip(request);
    FileForm form = zipped ? compressed.get() : plain;
    MutableHttpResponse<ByteBuf> response =
        form.isKnown(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))
            ? HttpResponse.notModified()
            : HttpResponse.ok(form.content()).contentType(type).contentLength(form.length());
    if (zipped && response.body() != null) {
      response.header(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    return response
        .header(HttpHeaders.ETAG, form.etag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header(HttpHeaders.CACHE_CONTROL, caching);
  }

  /** RFC 9110, section 12.5.3; {@code *} alone says too little to send what may not be read. */
  private static boolean takesGzip(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(coding -> coding.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
        .anyMatch(
            coding -> coding.matches("(x-)?gzip(;q=.*)?") && !coding.matches(".*;q=0(\\.0*)?"));
  }
}

package app.upline.platform.edge;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;

/**
 * Keeps browsers from guessing what answers are, framing them or running anything in them. Put on
 * as the answer leaves, so that none is without them. A page of our own that needs more brings a
 * policy of its own.
 */
final class ProtectiveHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          // Without TLS browsers pass it over.
          "Strict-Transport-Security", "max-age=31536000");

  private ProtectiveHeaders() {}

  static void addMissing(HttpHeaders headers) {
    ALL.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.set(name, value);
          }
        });
  }
}

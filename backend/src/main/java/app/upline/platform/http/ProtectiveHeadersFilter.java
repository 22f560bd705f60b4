package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/**
 * Keeps answers out of shared caches, and browsers from guessing what they are, framing them or
 * running anything in them; outermost, so that refusals get the headers too. A page of our own that
 * needs more brings a policy of its own.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProtectiveHeadersFilter {
  private static final String API = "/v1/";

  /** The same for everybody and no secret, so a browser may keep it as long as it asks again. */
  private static final String CODE_LISTS = "/v1/code-lists";

  private static final Map<String, String> PROTECTIVE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          // Without TLS browsers pass it over.
          "Strict-Transport-Security", "max-age=31536000");

  @ResponseFilter
  void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
    PROTECTIVE.forEach(
        (name, value) -> {
          if (!response.getHeaders().contains(name)) {
            response.header(name, value);
          }
        });
    String path = request.getPath();
    if (path.startsWith(API)) {
      boolean keepable = path.equals(CODE_LISTS) && response.code() < 400;
      response
          .getHeaders()
          .set(HttpHeaders.CACHE_CONTROL, keepable ? "private, no-cache" : "no-store");
    }
  }
}

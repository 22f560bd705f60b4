package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Keeps answers out of shared caches and browsers from guessing what they are; outermost, so that
 * refusals get the headers too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProtectiveHeadersFilter {
  private static final String API = "/v1/";

  /** The same for everybody and no secret, so a browser may keep it as long as it asks again. */
  private static final String CODE_LISTS = "/v1/code-lists";

  @ResponseFilter
  void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("X-Content-Type-Options", "nosniff");
    String path = request.getPath();
    if (path.startsWith(API)) {
      boolean keepable = path.equals(CODE_LISTS) && response.code() < 400;
      response
          .getHeaders()
          .set(HttpHeaders.CACHE_CONTROL, keepable ? "private, no-cache" : "no-store");
    }
  }
}

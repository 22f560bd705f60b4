package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Keeps answers of the API out of caches; outermost, so that refusals are kept out too. What every
 * answer says to browsers is put on at the edge.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CacheControlFilter {
  private static final String API = "/v1/";

  /** The same for everybody and no secret, so a browser may keep it as long as it asks again. */
  private static final String CODE_LISTS = "/v1/code-lists";

  @ResponseFilter
  void keepOut(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String path = request.getPath();
    if (path.startsWith(API)) {
      boolean keepable = path.equals(CODE_LISTS) && response.code() < 400;
      response
          .getHeaders()
          .set(HttpHeaders.CACHE_CONTROL, keepable ? "private, no-cache" : "no-store");
    }
  }
}

package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/**
 * Keeps answers of the API out of caches; outermost, so that refusals are kept out too. What every
 * answer says to browsers is put on at the edge.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CacheControlFilter {
  private static final String API = "/v1/";

  @ResponseFilter
  void keepOut(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (request.getPath().startsWith(API)) {
      boolean keepable =
          response.code() < 400
              && RouteAttributes.getRouteMatch(request)
                  .filter(
                      match -> match.getAnnotationMetadata().hasAnnotation(KeptByBrowsers.class))
                  .isPresent();
      response
          .getHeaders()
          .set(HttpHeaders.CACHE_CONTROL, keepable ? "private, no-cache" : "no-store");
    }
  }
}

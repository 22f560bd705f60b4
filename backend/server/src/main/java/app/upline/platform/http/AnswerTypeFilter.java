package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;

/**
 * Gives each answer a type that the contract has: left to itself, the framework answers the words
 * of {@code Accept}, quality and all. Where the type is the caller's choice, caches are told so.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AnswerTypeFilter.ORDER)
final class AnswerTypeFilter {
  /** Inside of what looks at finished answers. */
  static final int ORDER = -1_000;

  private static final int FIRST_ERROR = 400;

  @ResponseFilter
  void settle(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RouteAttributes.getRouteInfo(request)
        .map(
            route ->
                route.getProduces().stream()
                    .filter(type -> !NegotiatingRouter.isProblem(type))
                    .toList())
        .ifPresent(types -> settle(types, response));
  }

  private static void settle(List<MediaType> types, MutableHttpResponse<?> response) {
    if (types.size() > 1) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    if (response.code() < FIRST_ERROR
        && response.body() != null
        && types.contains(MediaType.APPLICATION_JSON_TYPE)) {
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }
}

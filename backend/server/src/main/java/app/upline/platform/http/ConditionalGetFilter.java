package app.upline.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Answers 304 without a body to a caller who has the current version already. It works on the
 * finished answer, so a reader without the right to see a thing learns nothing of its version.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ConditionalGetFilter {

  @ResponseFilter
  void shorten(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (isRead(request) && response.code() == HttpStatus.OK.getCode()) {
      String current = response.getHeaders().get(HttpHeaders.ETAG);
      String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
      if (current != null && known != null && ETags.isKnown(known, current)) {
        response.status(HttpStatus.NOT_MODIFIED);
        response.body(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
      }
    }
  }

  private static boolean isRead(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }
}

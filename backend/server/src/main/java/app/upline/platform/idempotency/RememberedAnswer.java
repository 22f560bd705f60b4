package app.upline.platform.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it can be given again.
 *
 * @param body JSON text, or null where there was no body
 */
record RememberedAnswer(int status, Map<String, String> headers, @Nullable String body) {
  private static final List<String> KEPT = List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION);

  static Map<String, String> headersOf(HttpResponse<?> response) {
    Map<String, String> kept = new TreeMap<>();
    for (String name : KEPT) {
      if (response.getHeaders().get(name) instanceof String value) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  MutableHttpResponse<?> asResponse() {
    MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(status));
    headers.forEach(response::header);
    return body == null
        ? response
        : response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}

package app.upline.platform.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.http.HttpRequest;
import java.util.UUID;

/** The id of one request: what a problem's {@code instance} and the log lines have in common. */
public final class RequestId {
  private static final String ATTRIBUTE = "app.upline.request-id";

  private RequestId() {}

  /** The id of this request, made the first time it is asked for. */
  public static UUID of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, UUID.class)
        .orElseGet(
            () -> {
              UUID id = UuidCreator.getTimeOrderedEpoch();
              request.setAttribute(ATTRIBUTE, id);
              return id;
            });
  }
}

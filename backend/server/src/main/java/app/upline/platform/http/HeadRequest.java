package app.upline.platform.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.context.ServerRequestContext;

/** Whether the headers alone are asked for (RFC 9110, section 9.3.2). */
public final class HeadRequest {

  private HeadRequest() {}

  /** Whether the request at hand is one. */
  public static boolean isCurrent() {
    return ServerRequestContext.currentRequest()
        .filter(request -> request.getMethod() == HttpMethod.HEAD)
        .isPresent();
  }
}

package app.upline.platform.problem;

import io.micronaut.http.HttpRequest;

/**
 * Marks a request that waited for a connection to the database in vain: to wait again, say to
 * record that, would only double the time until the caller is told to come again.
 */
public final class NoConnection {
  private static final String ATTRIBUTE = "app.upline.no-connection";

  private NoConnection() {}

  static void mark(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  /** Whether this request has waited in vain. */
  public static boolean met(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE).isPresent();
  }
}

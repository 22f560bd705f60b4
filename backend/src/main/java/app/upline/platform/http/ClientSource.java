package app.upline.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param address the IP address, in the form that {@link ClientSources} gives it
 * @param userAgent what the program calls itself, cut to a sensible length
 */
public record ClientSource(String address, @Nullable String userAgent) {

  /** Whatever acts inside the service itself. */
  public static final ClientSource INSIDE = new ClientSource("127.0.0.1", null);
}

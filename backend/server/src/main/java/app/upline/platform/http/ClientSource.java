package app.upline.platform.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from.
 *
 * @param address the IP address, in the form that {@link ClientSources} gives it
 * @param userAgent what the program calls itself, cut to a sensible length
 */
public record ClientSource(String address, @Nullable String userAgent) {
  private static final int IPV6_GROUPS = 8;

  /**
   * What one customer of a network holds: the address itself in version 4, the first half of it in
   * version 6.
   */
  public String network() {
    String[] groups = address.split(":");
    return groups.length == IPV6_GROUPS
        ? String.join(":", Arrays.asList(groups).subList(0, IPV6_GROUPS / 2)) + ":"
        : address;
  }

  /** Whatever acts inside the service itself. */
  public static final ClientSource INSIDE = new ClientSource("127.0.0.1", null);
}

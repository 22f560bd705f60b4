package app.upline.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a request came from. The other end of the connection cannot be forged; what
 * {@code X-Forwarded-For} says is believed only as far as our own proxies wrote it.
 */
@Singleton
public final class ClientSources {
  public static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int USER_AGENT_LENGTH = 200;
  private static final String UNKNOWN = "unknown";

  private final List<IpSubnetFilterRule> trusted;

  ClientSources(ProxySettings settings) {
    trusted = settings.trustedProxies().stream().map(ClientSources::network).toList();
  }

  /** Where this request came from. */
  public ClientSource of(HttpRequest<?> request) {
    return new ClientSource(address(request), userAgent(request));
  }

  /**
   * Where the request being answered came from.
   *
   * @throws IllegalStateException outside a request
   */
  public ClientSource current() {
    return of(
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("Nobody asks just now")));
  }

  /**
   * The network that a request came from which is not read yet.
   *
   * @param forwardedFor all its headers of that name
   */
  public String network(@Nullable InetAddress nearest, List<String> forwardedFor) {
    return new ClientSource(address(nearest, forwardedFor), null).network();
  }

  private String address(HttpRequest<?> request) {
    return address(
        request.getRemoteAddress().getAddress(), request.getHeaders().getAll(FORWARDED_FOR));
  }

  private String address(@Nullable InetAddress nearest, List<String> forwardedFor) {
    if (nearest == null) {
      return UNKNOWN;
    }
    if (!isTrusted(nearest)) {
      return nearest.getHostAddress();
    }
    // Each proxy appends who spoke to it: the last one that is not ours is the caller.
    return hops(forwardedFor).reversed().stream()
        .map(NetUtil::createInetAddressFromIpAddressString)
        .takeWhile(hop -> hop != null)
        .filter(hop -> !isTrusted(hop))
        .findFirst()
        .orElse(nearest)
        .getHostAddress();
  }

  private static List<String> hops(List<String> forwardedFor) {
    return forwardedFor.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .toList();
  }

  /** Whether this is the address of a proxy of our own, which speaks for many. */
  public boolean isOurProxy(InetAddress address) {
    return isTrusted(address);
  }

  private boolean isTrusted(@Nullable InetAddress address) {
    return address != null
        && trusted.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(address, 0)));
  }

  private static @Nullable String userAgent(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
        .map(text -> text.codePoints().filter(c -> !Character.isISOControl(c)))
        .map(
            points ->
                points
                    .limit(USER_AGENT_LENGTH)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .filter(text -> !text.isBlank())
        .orElse(null);
  }

  private static IpSubnetFilterRule network(String text) {
    String[] parts = text.strip().split("/", 2);
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : parts[0].contains(":") ? 128 : 32;
    return new IpSubnetFilterRule(parts[0], bits, IpFilterRuleType.ACCEPT);
  }
}

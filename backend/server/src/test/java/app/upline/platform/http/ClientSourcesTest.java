package app.upline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSourcesTest {
  private static final List<String> OURS = List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7");

  @Test
  void aForgedForwardedForChangesNothing() {
    assertThat(address(List.of(), "198.51.100.9", "203.0.113.1")).isEqualTo("198.51.100.9");
    assertThat(address(OURS, "198.51.100.9", "203.0.113.1")).isEqualTo("198.51.100.9");
  }

  @Test
  void whatOurProxyAppendedIsBelievedAndWhatTheCallerWroteBeforeItIsNot() {
    assertThat(address(OURS, "10.1.2.3", "203.0.113.1, 198.51.100.9")).isEqualTo("198.51.100.9");
    assertThat(address(OURS, "10.1.2.3", "203.0.113.1, 198.51.100.9, 192.0.2.7"))
        .isEqualTo("198.51.100.9");
    assertThat(address(OURS, "fd00::1", "2001:db8::5")).isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void whatIsNoAddressIsNotBelieved() {
    assertThat(address(OURS, "10.1.2.3", "198.51.100.9, localhost")).isEqualTo("10.1.2.3");
    assertThat(address(OURS, "10.1.2.3", "")).isEqualTo("10.1.2.3");
  }

  @Test
  void whatAProgramCallsItselfIsCutAndCleaned() {
    MutableHttpRequest<?> request = HttpRequest.GET("/").header("User-Agent", "x".repeat(300));

    assertThat(sources(List.of()).of(from(request, "10.1.2.3")).userAgent()).hasSize(200);
  }

  private static String address(List<String> trusted, String peer, String forwarded) {
    MutableHttpRequest<?> request = HttpRequest.GET("/").header("X-Forwarded-For", forwarded);
    return sources(trusted).of(from(request, peer)).address();
  }

  private static ClientSources sources(List<String> trusted) {
    return new ClientSources(new ProxySettings(trusted));
  }

  @SuppressWarnings("unchecked")
  private static HttpRequest<?> from(HttpRequest<?> request, String peer) {
    return new HttpRequestWrapper<Object>((HttpRequest<Object>) request) {
      @Override
      public InetSocketAddress getRemoteAddress() {
        try {
          return new InetSocketAddress(InetAddress.getByName(peer), 4711);
        } catch (UnknownHostException e) {
          throw new IllegalArgumentException(e);
        }
      }
    };
  }
}

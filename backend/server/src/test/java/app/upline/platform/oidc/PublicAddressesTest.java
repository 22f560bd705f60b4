package app.upline.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that an administrator types in lead nowhere within. */
class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2002:7f00:1::1",
        "2001::1",
        "64:ff9b::7f00:1"
      })
  void anAddressThatIsNotPublicIsNeverAsked(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    assertThatThrownBy(() -> new PublicAddresses(false).resolve(address))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
  void aPublicAddressIsAsked(String address) throws IOException {
    assertThat(new PublicAddresses(false).resolve(address)).hasSize(1);
  }

  @Test
  void thisMachineIsOnlyInDevelopmentAndNothingElseWithin() throws IOException {
    assertThat(new PublicAddresses(true).resolve("127.0.0.1")).hasSize(1);
    assertThatThrownBy(() -> new PublicAddresses(true).resolve("10.0.0.1"))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example",
        "file:///etc/passwd",
        "ftp://login.example",
        "https:login",
        "https://user:word@login.example",
        "//login.example"
      })
  void onlyHttpsAddressesWithAHostAreTaken(String uri) throws IOException {
    try (ProviderHttp http = new ProviderHttp(false, Duration.ofSeconds(1))) {
      assertThat(http.isAllowed(URI.create(uri))).isFalse();
      assertThatThrownBy(() -> http.get(URI.create(uri))).isInstanceOf(IOException.class);
      assertThat(http.isAllowed(URI.create("https://login.example/path"))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://127.0.0.1:8443/",
        "https://localhost/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/"
      })
  void noConnectionIsMadeToWhatIsNotPublic(String uri) throws IOException {
    try (ProviderHttp http = new ProviderHttp(false, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> http.get(URI.create(uri))).isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void aRealServiceDoesNotStartWithTheSettingOfDevelopment() throws IOException {
    ProviderSettings development = new ProviderSettings(true);
    assertThatThrownBy(() -> new ProviderHttpFactory().http(development, environment("production")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("local-providers");
    new ProviderHttpFactory().http(development, environment("local")).close();
    new ProviderHttpFactory().http(new ProviderSettings(false), environment("production")).close();
  }

  private static Environment environment(String name) {
    return ApplicationContext.builder(name).deduceEnvironment(false).build().getEnvironment();
  }
}

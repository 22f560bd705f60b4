package app.upline.platform.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider that lies, leads elsewhere, is slow or talks too much can do: nothing. */
class ProviderDirectoryTest {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  private FakeProvider provider;
  private ProviderHttp http;
  private RelyingParty relyingParty;

  @BeforeEach
  void aProvider() throws IOException {
    provider = FakeProvider.start();
    http = new ProviderHttp(true, Duration.ofMillis(1_500));
    relyingParty = new RelyingParty(new ProviderDirectory(http, Clock.systemUTC()), http);
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    provider.close();
  }

  @Test
  void aProviderThatIsOneIsFound() throws ProviderFailure {
    look();
    assertThat(provider.asked(WELL_KNOWN)).isEmpty();
  }

  @Test
  void redirectsAreNotFollowed() {
    provider.says("/elsewhere", provider.metadata(provider.issuer()));
    provider.answers(
        WELL_KNOWN,
        exchange -> {
          exchange.getResponseHeaders().set("Location", provider.issuer() + "/elsewhere");
          FakeProvider.send(exchange, 302, FakeProvider.JSON, "");
        });
    assertThatThrownBy(this::look).isInstanceOf(ProviderFailure.class);
    assertThat(provider.asked("/elsewhere")).isNull();
  }

  @Test
  void whatSaysItIsSomebodyElseOrLeadsElsewhereIsNoProvider() {
    provider.says(WELL_KNOWN, provider.metadata("https://login.elsewhere.example"));
    assertThatThrownBy(this::look).isInstanceOf(ProviderFailure.class);
    for (String odd : List.of("file:///etc/passwd", "ftp://login.example/keys", "https:///keys")) {
      provider.says(
          WELL_KNOWN,
          provider.metadata(provider.issuer()).replace(provider.issuer() + "/keys", odd));
      assertThatThrownBy(this::look).as(odd).isInstanceOf(ProviderFailure.class);
    }
    for (String odd : List.of("", "[]", "{}", "<html></html>", "{\"issuer\": 7}")) {
      provider.says(WELL_KNOWN, odd);
      assertThatThrownBy(this::look).as(odd).isInstanceOf(ProviderFailure.class);
    }
  }

  @Test
  void anAnswerWithoutAnEndIsBrokenOff() {
    String endless = " ".repeat(64 * 1024);
    provider.answers(
        WELL_KNOWN,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(endless.getBytes(UTF_8));
          }
        });
    assertThatThrownBy(this::look).isInstanceOf(ProviderFailure.class);
  }

  @Test
  void anAnswerThatTricklesIsBrokenOff() {
    provider.answers(
        WELL_KNOWN,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause();
          }
        });
    long begun = System.nanoTime();
    assertThatThrownBy(this::look).isInstanceOf(ProviderFailure.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
  }

  private void look() throws ProviderFailure {
    relyingParty.look(URI.create(provider.issuer()));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A certified OpenID provider in a process of its own, and the browser that goes there. */
public final class OpenIdProvider implements AutoCloseable {
  /** Where it sends people back to, as the settings of tests have it. */
  public static final String REDIRECT_URI = "http://localhost:8080/sign-in/callback";

  public static final String CLIENT = "upline-at-harborline";

  /** With what must be escaped on its way. */
  public static final String SECRET = "between the two of us: +%&=/?, and long enough";

  private static final Path FOLDER = Path.of("src", "test", "oidc");
  private static final int MOST_HOPS = 10;

  private final Process process;
  private final String issuer;

  private OpenIdProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  public static OpenIdProvider start() {
    if (!Files.exists(FOLDER.resolve("node_modules"))) {
      throw new IllegalStateException(
          "The provider is not installed: run `make test`, or `npm ci` in backend/src/test/oidc");
    }
    try {
      Process process =
          new ProcessBuilder("node", "provider.mjs", REDIRECT_URI, CLIENT, SECRET)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader lines = process.inputReader(UTF_8);
      String issuer = lines.readLine();
      while (issuer != null && !issuer.startsWith("http://")) {
        issuer = lines.readLine();
      }
      if (issuer == null) {
        throw new IllegalStateException("The provider does not start");
      }
      return new OpenIdProvider(process, issuer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return issuer;
  }

  /**
   * Goes where Upline sends the browser, signs in there, and follows until it is sent back.
   *
   * @param claims of the person, with {@code sub}
   * @return the parameters of the address at which it comes back
   */
  public Map<String, String> signIn(String authorizationUrl, Map<String, ?> claims) {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String hint = URLEncoder.encode(JSONObjectUtils.toJSONString(claims), UTF_8);
    URI at = URI.create(authorizationUrl + "&login_hint=" + hint);
    try {
      for (int hop = 0; hop < MOST_HOPS; hop++) {
        HttpResponse<String> answer =
            browser.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
        String location =
            answer
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(answer.body()));
        at = at.resolve(location);
        if (at.toString().startsWith(REDIRECT_URI + "?")) {
          return parameters(at);
        }
      }
      throw new IllegalStateException("The provider sends the browser around in circles");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What an address is asked with. */
  public static Map<String, String> parameters(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  /** It ends when its input is closed, also when the tests are killed. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

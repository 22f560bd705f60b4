package app.upline.platform.docs;

import app.upline.platform.served.Nonce;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The page that shows the contract and tries it out. Scalar draws it in the browser: it writes
 * elements of style, which get the nonce, and styles at elements, which no nonce can be put on.
 */
final class ReferencePage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final String text;

  ReferencePage() {
    try (InputStream in =
        Objects.requireNonNull(ReferencePage.class.getResourceAsStream("docs.html"))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> answer() {
    String nonce = Nonce.fresh();
    return HttpResponse.ok(text.replace(Nonce.PLACE, nonce))
        .contentType("text/html; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", POLICY.formatted(nonce));
  }
}

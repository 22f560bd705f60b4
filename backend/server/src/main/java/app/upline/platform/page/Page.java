package app.upline.platform.page;

import app.upline.platform.served.Nonce;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one page of the application: its text, in which a nonce has to be put each time. */
@Singleton
@Requires(resources = "classpath:web/index.html")
class Page {
  static final String FOLDER = "/web/";

  private static final String END_OF_HEAD = "</head>";
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; img-src 'self' data: blob:; "
          + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final String text;

  Page(List<PageMark> marks) {
    this.text = read().replace(END_OF_HEAD, elements(marks) + END_OF_HEAD);
  }

  /** The page with this nonce at all that it runs. */
  String with(String nonce) {
    return text.replace(Nonce.PLACE, nonce);
  }

  /** Allows what comes from this server or carries the nonce, and nothing else. */
  static String policy(String nonce) {
    return POLICY.formatted(nonce);
  }

  private static String elements(List<PageMark> marks) {
    return marks.stream()
        .map(mark -> "<meta name=\"%s\" content=\"%s\">".formatted(mark.name(), mark.content()))
        .collect(Collectors.joining());
  }

  private static String read() {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream(FOLDER + "index.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

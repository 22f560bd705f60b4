package app.upline.platform.docs;

import app.upline.platform.contract.ProblemCatalog;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The manual of the API as pages: its contents, and a chapter for each address that the contents
 * name. Written in Markdown in {@code openapi/manual}; rendered once, at the start.
 */
@Singleton
final class Manual {
  static final String ADDRESS = "/docs/manual";

  private static final String CONTENTS = "index";

  /** Its chapter ends with the table that the contract has. */
  private static final String PROBLEMS = "problems";

  private static final Pattern CHAPTER =
      Pattern.compile("\\(" + ADDRESS + "/(?<name>[a-z]+(-[a-z]+)*)\\)");

  private final StaticFile contents;
  private final Map<String, StaticFile> chapters = new TreeMap<>();

  Manual(ProblemCatalog problems) {
    String index = read(CONTENTS);
    contents = page(index);
    CHAPTER
        .matcher(index)
        .results()
        .map(link -> link.group("name"))
        .forEach(
            name -> {
              String text = read(name);
              chapters.put(
                  name, page(name.equals(PROBLEMS) ? text + "\n" + problems.markdown() : text));
            });
  }

  StaticFile contents() {
    return contents;
  }

  Optional<StaticFile> chapter(String name) {
    return Optional.ofNullable(chapters.get(name));
  }

  private static StaticFile page(String markdown) {
    return StaticFile.of(
        MarkdownPage.of(markdown), MediaType.of(MediaType.TEXT_HTML + "; charset=utf-8"));
  }

  /** Fails for a chapter that the contents name and nobody wrote: the server does not start. */
  private static String read(String name) {
    String path = "manual/" + name + ".md";
    try (var stream = Manual.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

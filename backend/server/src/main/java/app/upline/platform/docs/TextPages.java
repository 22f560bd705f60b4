package app.upline.platform.docs;

import app.upline.platform.served.StaticFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Texts in Markdown as pages: their contents, and a page for each address under theirs that the
 * contents name. Rendered once.
 */
final class TextPages {
  private static final String CONTENTS = "index";

  private final StaticFile contents;
  private final Map<String, StaticFile> pages = new TreeMap<>();
  private final List<Searched> searched = new ArrayList<>();

  /**
   * Reads them all. Fails for a page that is in the contents and was not written.
   *
   * @param kind what they are, for people who search
   * @param completed what a page of this name is, of the text that was written
   */
  TextPages(String kind, String folder, String address, BinaryOperator<String> completed) {
    String index = read(folder, CONTENTS);
    contents = MarkdownPage.served(index);
    Pattern.compile("\\(" + address + "/(?<name>[a-z]+(-[a-z]+)*)\\)")
        .matcher(index)
        .results()
        .map(link -> link.group("name"))
        .forEach(
            name -> {
              String text = completed.apply(name, read(folder, name));
              pages.put(name, MarkdownPage.served(text));
              searched.add(Searched.page(kind, address + "/" + name, text));
            });
  }

  StaticFile contents() {
    return contents;
  }

  Optional<StaticFile> page(String name) {
    return Optional.ofNullable(pages.get(name));
  }

  /** Every page, and not their contents: those are words of other pages. */
  List<Searched> searched() {
    return List.copyOf(searched);
  }

  private static String read(String folder, String name) {
    String path = folder + "/" + name + ".md";
    try (var stream = TextPages.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package app.upline.platform.docs;

import app.upline.platform.served.StaticFile;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Objects;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A text in Markdown as a page of its own. Nothing in it is taken for HTML. */
final class MarkdownPage {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();

  private static final TextContentRenderer TITLE = TextContentRenderer.builder().build();

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s · Upline API</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/docs/manual.css">
        </head>
        <body>
          <nav aria-label="Documentation"><a href="/docs">Guides</a> <a href="/docs/manual">Manual</a> <a href="/docs/api">Reference</a> <a href="/docs/access-matrix.md">Who may do what</a></nav>
          <form role="search" action="/docs/search"><label for="q">Search</label> <input type="search" id="q" name="q" maxlength="%d" value="%s" autocomplete="off"> <button>Search</button></form>
          <main>
      %s    </main>
        </body>
      </html>
      """;

  private MarkdownPage() {}

  /** Its title is its first line, a heading. */
  static String of(String markdown) {
    return framed(title(markdown), "", RENDERER.render(PARSER.parse(markdown)));
  }

  /**
   * A page of what is HTML already.
   *
   * @param title of text, as is the query
   * @param query stands in the box for searching
   */
  static String framed(String title, String query, String html) {
    return FRAME.formatted(escaped(title), Search.LONGEST_QUERY, escaped(query), html);
  }

  /** The first line of the text. */
  static String title(String markdown) {
    return TITLE.render(Objects.requireNonNull(PARSER.parse(markdown).getFirstChild()));
  }

  /** All words of the text, on one line: without marks, and without the addresses of links. */
  static String words(String markdown) {
    Words words = new Words();
    PARSER.parse(markdown).accept(words);
    return words.toString();
  }

  /** For HTML, in quotes too. */
  static String escaped(String text) {
    return RENDERER.render(new Text(text));
  }

  /** The same, as it is sent. */
  static StaticFile served(String markdown) {
    return StaticFile.of(of(markdown), MediaType.of(MediaType.TEXT_HTML + "; charset=utf-8"));
  }
}

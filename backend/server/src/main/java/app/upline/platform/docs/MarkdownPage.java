package app.upline.platform.docs;

import java.util.List;
import java.util.Objects;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
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
          <nav aria-label="Documentation"><a href="/docs/manual">Manual</a> <a href="/docs">Reference</a> <a href="/docs/access-matrix.md">Who may do what</a></nav>
          <main>
      %s    </main>
        </body>
      </html>
      """;

  private MarkdownPage() {}

  /** Its title is its first line, a heading. */
  static String of(String markdown) {
    Node text = PARSER.parse(markdown);
    String title = TITLE.render(Objects.requireNonNull(text.getFirstChild()));
    return FRAME.formatted(RENDERER.render(new Text(title)), RENDERER.render(text));
  }
}

package app.upline.platform.docs;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a search found as a page. All that is put into it is text. */
final class SearchPage {

  private SearchPage() {}

  static String of(Search.Found found) {
    String title = found.query().isEmpty() ? "Search" : "Search: " + found.query();
    return MarkdownPage.framed(
        title,
        found.query(),
        """
        <h1>%s</h1>
        <p role="status">%s</p>
        %s"""
            .formatted(MarkdownPage.escaped(title), told(found), list(found)));
  }

  private static String told(Search.Found found) {
    if (found.words().isEmpty()) {
      return "Type a word or more of what you look for: in guides, the manual, problems and the reference.";
    }
    return switch (found.hits().size()) {
      case 0 -> "Nothing has all of these words. Try fewer, or a part of one.";
      case 1 -> "1 result.";
      default -> found.hits().size() + " results, the best first.";
    };
  }

  private static String list(Search.Found found) {
    return found.hits().isEmpty()
        ? ""
        : found.hits().stream()
            .map(hit -> item(hit, found.words()))
            .collect(Collectors.joining("", "<ol class=\"found\">\n", "</ol>\n"));
  }

  private static String item(Search.Hit hit, List<Pattern> words) {
    return "<li><a href=\"%s\">%s</a> <small>%s</small><p>%s</p></li>\n"
        .formatted(
            MarkdownPage.escaped(hit.of().address()),
            marked(hit.of().title(), words),
            MarkdownPage.escaped(hit.of().kind()),
            marked(hit.excerpt(), words));
  }

  /** The places are found in the text as it is, and each piece of it is escaped by itself. */
  private static String marked(String text, List<Pattern> words) {
    List<MatchResult> places =
        words.stream()
            .flatMap(word -> word.matcher(text).results())
            .sorted(Comparator.comparingInt(MatchResult::start))
            .toList();
    StringBuilder html = new StringBuilder();
    int at = 0;
    for (MatchResult place : places) {
      if (place.start() >= at) {
        html.append(MarkdownPage.escaped(text.substring(at, place.start())))
            .append("<mark>")
            .append(MarkdownPage.escaped(place.group()))
            .append("</mark>");
        at = place.end();
      }
    }
    return html.append(MarkdownPage.escaped(text.substring(at))).toString();
  }
}

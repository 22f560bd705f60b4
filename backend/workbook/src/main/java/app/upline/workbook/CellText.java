package app.upline.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the format spells characters that XML cannot hold: {@code _x000D_}; and what counts as blank.
 */
final class CellText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** Characters of the longest spelling of one character. */
  static final int MAX_ESCAPED = 7;

  private CellText() {}

  static String decode(String stored) {
    if (!stored.contains("_x")) {
      return stored;
    }
    return ESCAPED
        .matcher(stored)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /**
   * Text as it must be stored: what looks like an escape is escaped, what XML cannot hold is left
   * out.
   */
  static String encode(String text) {
    String escaped = text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F$0") : text;
    return escaped.chars().allMatch(c -> c >= ' ') ? escaped : withoutControls(escaped);
  }

  /** White space of any kind, the non-breaking ones from web pages included. */
  static boolean isBlank(String text) {
    return text.chars()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
  }

  private static String withoutControls(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars()
        .filter(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}

package app.upline.workbook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The letters and digits of headings, by which they are compared first. */
final class HeadingText {

  private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*]|\\{[^}]*}");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private HeadingText() {}

  /** {@code "E-mail *"} and {@code "Email"} are the same. */
  static String compact(String text) {
    return NEITHER_LETTER_NOR_DIGIT.matcher(folded(text)).replaceAll("");
  }

  /** The same without what stands in brackets, unless that is all there is. */
  static String withoutHints(String text) {
    String bare = compact(BRACKETED.matcher(text).replaceAll(" "));
    return bare.isEmpty() ? compact(text) : bare;
  }

  private static String folded(String text) {
    return withoutMarks(text).toLowerCase(Locale.ROOT);
  }

  /** Letters without their accents, in their plainest form. */
  static String withoutMarks(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}

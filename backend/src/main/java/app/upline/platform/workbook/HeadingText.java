package app.upline.platform.workbook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How headings are compared: by their letters and digits, and failing that by how much they
 * resemble each other.
 */
final class HeadingText {

  private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*]|\\{[^}]*}");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of("a", "an", "the", "of", "if", "any", "is", "or", "and", "please");

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

  /** From 0, nothing in common, to 1. */
  static double resemblance(String one, String other) {
    return Math.max(
        sharedWords(words(one), words(other)), spelling(withoutHints(one), withoutHints(other)));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String text) {
    return Arrays.stream(
            NEITHER_LETTER_NOR_DIGIT.split(folded(BRACKETED.matcher(text).replaceAll(" "))))
        .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static double sharedWords(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long shared = one.stream().filter(other::contains).count();
    return 2.0 * shared / (one.size() + other.size());
  }

  private static double spelling(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    // Short words differ by a letter and mean something else.
    if (Math.min(one.length(), other.length()) < 5
        || Math.abs(one.length() - other.length()) * 4 > longest) {
      return 0;
    }
    double similarity = 1.0 - (double) editDistance(one, other) / longest;
    return similarity >= 0.8 ? similarity : 0;
  }

  private static int editDistance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substitution = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}

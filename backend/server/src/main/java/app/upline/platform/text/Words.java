package app.upline.platform.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of names and references, without case, accents and punctuation. */
public final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPACES =
      Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u200B\\uFEFF]+");

  private Words() {}

  /**
   * Trimmed, with every run of spaces (no-break ones too) made one, and without those that have no
   * width.
   */
  public static String tidy(String text) {
    return isTidy(text)
        ? text
        : SPACES.matcher(ZERO_WIDTH.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** Nearly every text is, and is looked at for each cell that is read or written. */
  private static boolean isTidy(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  /**
   * Letters and digits only, lower case, no accents: "Print/Mail House" becomes "printmailhouse".
   */
  public static String squeeze(String text) {
    return NOT_WORD.matcher(fold(text)).replaceAll("");
  }

  /** The words by which a person would look the text up, in the order of the text. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String chunk : tidy(fold(text)).split(" ")) {
      String whole = NOT_WORD.matcher(chunk).replaceAll("");
      if (!whole.isEmpty()) {
        words.add(whole);
      }
      String[] parts = NOT_WORD.split(chunk);
      for (String part : parts) {
        if (!part.isEmpty() && !part.equals(whole)) {
          words.add(part);
        }
      }
    }
    return words;
  }

  /**
   * What a person typed into a search box, one entry per word, punctuation inside a word dropped.
   */
  public static List<String> ofQuery(String query) {
    List<String> words = new ArrayList<>();
    for (String chunk : tidy(fold(query)).split(" ")) {
      String word = NOT_WORD.matcher(chunk).replaceAll("");
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}

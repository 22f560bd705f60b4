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

  /** Where a name runs two words together: "BlueMesa". */
  private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Pattern SPACES =
      Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u200B\\uFEFF]+");

  /** Boxes, ticks, crosses and the like; question marks; strokes through letters. */
  private static final Pattern SIGN =
      Pattern.compile("[\\p{So}?\\u00BF\\uFF1F\\u0335-\\u0338\\u20D2\\u20D3\\u20E5-\\u20EB]");

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

  /**
   * Whether a sign says something of the words beside it, such as that a box is not ticked or that
   * nobody is sure: without it they would say something else.
   */
  public static boolean hasSign(String text) {
    return SIGN.matcher(text).find();
  }

  /**
   * The words by which a person would look the text up, in the order of the text:
   * "Keystone/BlueMesa" by "keystonebluemesa", "keystone", "bluemesa", "blue" and "mesa".
   */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String chunk : tidy(withoutMarks(text)).split(" ")) {
      String whole = NOT_WORD.matcher(chunk).replaceAll("");
      add(words, whole);
      for (String part : NOT_WORD.split(chunk)) {
        if (!part.equals(whole)) {
          add(words, part);
        }
        String[] pieces = CAPITAL.split(part);
        if (pieces.length > 1) {
          for (String piece : pieces) {
            add(words, piece);
          }
        }
      }
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    if (!word.isEmpty()) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
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
    return withoutMarks(text).toLowerCase(Locale.ROOT);
  }

  private static String withoutMarks(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}

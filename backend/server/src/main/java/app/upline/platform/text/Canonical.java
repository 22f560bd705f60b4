package app.upline.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The form in which two texts are the same that a person cannot tell apart: compatibility forms
 * (full width, ligatures), composed and decomposed letters, case, kinds of blanks, and invisible
 * marks make no difference; accents and other letters do. What is kept is what was typed; this is
 * what is compared, in Java and, byte by byte, in the database.
 */
public final class Canonical {

  /**
   * Controls, formats, surrogates without a partner, and what else Unicode lets programs show as
   * nothing (Default_Ignorable_Code_Point, which Java has no name for). Blanks are not among them.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\n\\x0B\\f\\r\\x85]]\\u034F\\u115F\\u1160\\u17B4\\u17B5"
              + "\\u180B-\\u180F\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0000}-\\x{E0FFF}]");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\x85\\p{Z}\\u2800]+");

  private Canonical() {}

  /** The form to compare by. It is not shown, and it never ends with a blank. */
  public static String of(String text) {
    return BLANKS.matcher(foldCase(nfkc(withoutUnseen(nfkc(text))))).replaceAll(" ").strip();
  }

  /** Whether something in it is invisible. */
  public static boolean hidesSomething(String text) {
    return UNSEEN.matcher(text).find();
  }

  /** The text without what is invisible. */
  public static String withoutUnseen(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }

  /**
   * Lower case by way of upper case, letter by letter (simple case folding): the long s is an s,
   * the Kelvin sign a k, and a sigma is a sigma wherever it stands.
   */
  public static String foldCase(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .map(Character::toUpperCase)
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return nfkc(folded.toString());
  }

  static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}

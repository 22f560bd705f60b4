package app.upline.platform.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Characters that look like others or like nothing at all: they come along when text is copied from
 * a page, a letter or a telephone.
 */
public final class Characters {

  private static final int SOFT_HYPHEN = 0x00AD;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;

  /** Drawn as nothing although they are letters. */
  private static final Set<Integer> FILLERS =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x3164, 0xFFA0);

  /** Scripts in which a joiner between two letters changes nothing that is read. */
  private static final Set<UnicodeScript> UNJOINED =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED,
          UnicodeScript.UNKNOWN,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL);

  private Characters() {}

  /**
   * The text as the eye reads it, for what has a form of its own: numbers, codes, dates, addresses.
   * Full-width letters, digits of any script and dashes of any length become those of a keyboard;
   * what cannot be seen is gone.
   */
  public static String plain(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isUnseen(c))
        .forEach(c -> plain.appendCodePoint(c < 0x80 ? c : plain(c)));
    return plain.toString();
  }

  /**
   * Words of people: without characters that neither show nor change how others show. Joiners and
   * direction marks stay in scripts that are written with them.
   */
  public static String seen(String text) {
    if (isAscii(text)) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    boolean rightToLeft = false;
    for (int c : points) {
      rightToLeft |= isRightToLeft(c);
    }
    StringBuilder seen = new StringBuilder(text.length());
    for (int i = 0; i < points.length; i++) {
      if (!isUnseen(points[i]) || isMeant(points, i, rightToLeft)) {
        seen.appendCodePoint(points[i]);
      }
    }
    return seen.toString();
  }

  /** What must not stand in any text, told with its place; empty when there is nothing such. */
  public static Optional<String> complaint(String text) {
    if (isAscii(text)) {
      return Optional.empty();
    }
    int place = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      place++;
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return Optional.of(
            "Character %d is half of a surrogate pair, which is no text; type it again."
                .formatted(place));
      }
      if (isNoCharacter(c)) {
        return Optional.of(
            "Character %d (U+%04X) is none that text may hold; take it out.".formatted(place, c));
      }
      if (isMisleading(c)) {
        return Optional.of(
            "Character %d is invisible and changes how the text is shown (U+%04X, %s); take it out."
                .formatted(place, c, Character.getName(c)));
      }
    }
    return Optional.empty();
  }

  /** Which control character stands in a text, but for tabs and ends of lines. */
  public static Optional<String> control(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
        return Optional.of(
            "Character %d (U+%04X) is a control character; take it out."
                .formatted(text.codePointCount(0, i) + 1, (int) c));
      }
    }
    return Optional.empty();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
  }

  /** Characters are shown in another order than they are stored in, or as a note to others. */
  private static boolean isMisleading(int c) {
    return c == 0x202D || c == 0x202E || c >= 0xFFF9 && c <= 0xFFFB || c >= 0x1D173 && c <= 0x1D17A;
  }

  /** Draws nothing by itself. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> !isPrintedFormat(c);
      case Character.NON_SPACING_MARK -> isVariation(c) || FILLERS.contains(c);
      case Character.OTHER_LETTER -> FILLERS.contains(c);
      default -> false;
    };
  }

  /** Marks of Arabic and Syriac numbers, and others that are printed. */
  private static boolean isPrintedFormat(int c) {
    return c >= 0x0600 && c <= 0x0605
        || c == 0x06DD
        || c == 0x070F
        || c >= 0x0890 && c <= 0x0891
        || c == 0x08E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  private static boolean isVariation(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
  }

  private static boolean isMeant(int[] points, int at, boolean rightToLeft) {
    int c = points[at];
    if (c == NON_JOINER || c == JOINER) {
      return at + 1 < points.length && joins(points, at) && !isUnseen(points[at + 1]);
    }
    if (isVariation(c)) {
      return at > 0 && !isUnseen(points[at - 1]) && !isLatin(points[at - 1]);
    }
    if (c >= 0xE0020 && c <= 0xE007F) {
      return isFlag(points, at);
    }
    return rightToLeft && c != SOFT_HYPHEN && isDirection(c);
  }

  private static boolean joins(int[] points, int at) {
    int before = at - 1;
    while (before >= 0 && (isVariation(points[before]) || isModifier(points[before]))) {
      before--;
    }
    return before >= 0
        && (Character.isExtendedPictographic(points[before])
            || !UNJOINED.contains(UnicodeScript.of(points[before])));
  }

  private static boolean isModifier(int c) {
    return Character.isEmojiModifier(c) || UnicodeScript.of(c) == UnicodeScript.INHERITED;
  }

  private static boolean isFlag(int[] points, int at) {
    int before = at;
    while (before > 0 && points[before] >= 0xE0020 && points[before] <= 0xE007F) {
      before--;
    }
    return points[before] == BLACK_FLAG;
  }

  private static boolean isLatin(int c) {
    return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
  }

  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202C
        || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT && Character.isLetter(c)
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static int plain(int c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
      default -> c == 0x2212 || c == 0x2043 ? '-' : c;
    };
  }
}

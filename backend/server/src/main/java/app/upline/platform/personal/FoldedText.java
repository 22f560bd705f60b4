package app.upline.platform.personal;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the eye reads it: full-width, mathematical and circled letters and digits, odd dashes
 * and odd spaces become plain ones, letters of other alphabets that look like Latin ones become
 * those, and what cannot be seen (zero-width spaces, soft hyphens) or only sits on a letter
 * (accents) is gone. Remembers where each character was.
 */
final class FoldedText {

  private final StringBuilder text;
  private final int[] begins;
  private final int[] ends;

  FoldedText(String original) {
    this.text = new StringBuilder(original.length());
    int[] from = new int[original.length()];
    int[] to = new int[original.length()];
    for (int i = 0; i < original.length(); ) {
      int point = original.codePointAt(i);
      int next = i + Character.charCount(point);
      if (isSeen(point)) {
        String plain = plain(point);
        for (int k = 0; k < plain.length(); k++) {
          from[text.length()] = i;
          to[text.length()] = next;
          text.append(plain.charAt(k));
        }
      }
      i = next;
    }
    this.begins = Arrays.copyOf(from, text.length());
    this.ends = Arrays.copyOf(to, text.length());
  }

  String text() {
    return text.toString();
  }

  /** Makes a finding of a range of the folded text. */
  PersonalDataFinding finding(PersonalDataKind kind, int start, int end) {
    return new PersonalDataFinding(kind, begins[start], ends[end - 1]);
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
      default -> !LookAlikes.isBlank(point);
    };
  }

  /** Never longer than what it stands for. */
  private static String plain(int point) {
    if (point < 0x80) {
      return String.valueOf((char) point);
    }
    char like = LookAlikes.of(point);
    if (like != 0) {
      return String.valueOf(like);
    }
    return switch (Character.getType(point)) {
      case Character.DASH_PUNCTUATION -> "-";
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          " ";
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(point, 10));
      default -> point == '\u2212' ? "-" : compatible(point);
    };
  }

  /** What Unicode says it is the same as, without its accent, where that is one character. */
  private static String compatible(int point) {
    String itself = Character.toString(point);
    String apart = Normalizer.normalize(itself, Normalizer.Form.NFKD);
    if (apart.equals(itself)) {
      return itself;
    }
    int first = apart.codePointAt(0);
    boolean accented =
        apart
            .codePoints()
            .skip(1)
            .allMatch(more -> Character.getType(more) == Character.NON_SPACING_MARK);
    return first < 0x80 && accented ? String.valueOf((char) first) : itself;
  }
}

package app.upline.platform.personal;

import org.jspecify.annotations.Nullable;

/**
 * A text as the eye reads it: full-width letters and digits, odd dashes and odd spaces become plain
 * ones, and what cannot be seen (zero-width spaces, soft hyphens) is gone. Remembers where each
 * character was.
 */
final class FoldedText {

  private final StringBuilder text;
  private final int @Nullable [] origins;
  private final int length;

  FoldedText(String original) {
    this.length = original.length();
    this.text = new StringBuilder(length);
    int[] places = new int[length];
    for (int i = 0; i < length; i++) {
      char c = original.charAt(i);
      if (Character.getType(c) != Character.FORMAT) {
        places[text.length()] = i;
        text.append(plain(c));
      }
    }
    this.origins = text.length() == length ? null : places;
  }

  String text() {
    return text.toString();
  }

  /** Makes a finding of a range of the folded text. */
  Finding finding(PersonalDataKind kind, int start, int end) {
    return origins == null
        ? new Finding(kind, start, end)
        : new Finding(kind, origins[start], origins[end - 1] + 1);
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c;
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
      default -> c == '\u2212' ? '-' : c;
    };
  }
}

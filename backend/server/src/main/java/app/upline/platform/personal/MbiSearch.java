package app.upline.platform.personal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds Medicare numbers in a folded text, whatever stands between their characters: the groups of
 * the card apart by anything, every character apart, or any other grouping that no ordinary
 * sentence has. Letters that are taken for digits count as those where most digits are digits.
 * Looks at each character a fixed number of times.
 */
final class MbiSearch {
  private static final int LENGTH = 11;

  /** So many characters may stand between two of the number. */
  private static final int WIDEST = 3;

  /** Of its five digits so many have to be digits. */
  private static final int FEWEST_DIGITS = 3;

  /** D a digit, L a letter, E either. */
  private static final String FORM = "DLEDLEDLLDD";

  private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";
  private static final String TAKEN_FOR_DIGITS = "OILSBZ";
  private static final String AS_DIGITS = "011582";

  private final String text;
  private final int[] places;
  private final int count;

  MbiSearch(String text) {
    this.text = text;
    this.places = new int[text.length()];
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        places[found++] = i;
      }
    }
    this.count = found;
  }

  /**
   * Where one begins and has ended.
   *
   * @param end not included
   */
  record Range(int start, int end) {}

  List<Range> find() {
    List<Range> found = new ArrayList<>();
    for (int i = 0; i + LENGTH <= count; i++) {
      if (hasForm(i) && standsAlone(i) && isGrouped(i)) {
        found.add(new Range(places[i], places[i + LENGTH - 1] + 1));
        i += LENGTH - 1;
      }
    }
    return found;
  }

  private boolean hasForm(int from) {
    int digits = 0;
    for (int k = 0; k < LENGTH; k++) {
      char c = Character.toUpperCase(text.charAt(places[from + k]));
      boolean digit = c >= '0' && c <= '9';
      boolean fits =
          switch (FORM.charAt(k)) {
            case 'D' -> digit || TAKEN_FOR_DIGITS.indexOf(c) >= 0;
            case 'L' -> LETTERS.indexOf(c) >= 0;
            default -> digit || LETTERS.indexOf(c) >= 0;
          };
      if (!fits || (k == 0 && asDigit(c) == '0')) {
        return false;
      }
      digits += FORM.charAt(k) == 'D' && digit ? 1 : 0;
    }
    return digits >= FEWEST_DIGITS;
  }

  private static char asDigit(char c) {
    int at = TAKEN_FOR_DIGITS.indexOf(c);
    return at < 0 ? c : AS_DIGITS.charAt(at);
  }

  /** Neither before nor after may the word go on. */
  private boolean standsAlone(int from) {
    int start = places[from];
    int end = places[from + LENGTH - 1] + 1;
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private boolean isGrouped(int from) {
    int gaps = 0;
    boolean elsewhere = false;
    boolean blank = false;
    boolean small = false;
    for (int k = 0; k < LENGTH; k++) {
      small |= Character.isLowerCase(text.charAt(places[from + k]));
      int start = k == 0 ? places[from] : places[from + k - 1] + 1;
      int end = places[from + k];
      if (end - start > WIDEST) {
        return false;
      }
      if (end > start) {
        gaps++;
        elsewhere |= k != 4 && k != 7;
        blank |= text.substring(start, end).chars().anyMatch(Character::isWhitespace);
      }
    }
    // "from 9 am, 3 pm, 4 at 10" is a sentence; capitals in such a row are not.
    return !elsewhere || gaps == LENGTH - 1 || !blank || !small;
  }
}

package app.upline.workbook;

import app.upline.workbook.FormatPart.Digit;
import app.upline.workbook.FormatPart.Literal;
import app.upline.workbook.FormatPart.Mark;
import app.upline.workbook.Shown.Doubt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section of a number format made of places for digits and of literal text, such as {@code
 * 000-00-0000} or {@code "S"#,##0.00}.
 */
final class DigitPlaces {

  private final List<FormatPart> parts;
  private final int point;
  private final int whole;
  private final int fraction;
  private final boolean grouped;
  private final int shift;

  private DigitPlaces(
      List<FormatPart> parts, int point, int whole, int fraction, boolean grouped, int shift) {
    this.parts = parts;
    this.point = point;
    this.whole = whole;
    this.fraction = fraction;
    this.grouped = grouped;
    this.shift = shift;
  }

  /** Null for a section that is not of this kind. */
  static @Nullable DigitPlaces of(List<FormatPart> parts) {
    int point = parts.indexOf(Mark.POINT);
    if (point != parts.lastIndexOf(Mark.POINT)) {
      return null;
    }
    int end = point < 0 ? parts.size() : point;
    int first = -1;
    int last = -1;
    int whole = 0;
    int fraction = 0;
    boolean optional = false;
    int percents = 0;
    boolean slash = false;
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Digit(char fill) -> {
          if (i < end) {
            first = first < 0 ? i : first;
            last = i;
            whole++;
            optional |= fill == '?';
          } else {
            fraction++;
          }
        }
        case Mark mark -> {
          percents += mark == Mark.PERCENT ? 1 : 0;
          slash |= mark == Mark.SLASH;
        }
        default -> {}
      }
    }
    // Between digits it makes a fraction of the number.
    if (slash && whole + fraction > 0) {
      return null;
    }
    boolean grouped = false;
    int thousands = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) == Mark.COMMA) {
        if (first >= 0 && i > first && i < last) {
          grouped = true;
        } else if (i > 0 && follows(parts, i)) {
          thousands++;
        } else {
          return null;
        }
      }
    }
    if (grouped && (optional || interrupted(parts, first, last))) {
      return null;
    }
    return new DigitPlaces(parts, point, whole, fraction, grouped, 2 * percents - 3 * thousands);
  }

  /** Whether a comma stands right behind the last digit, where it divides by a thousand. */
  private static boolean follows(List<FormatPart> parts, int comma) {
    int before = comma - 1;
    while (before >= 0 && parts.get(before) == Mark.COMMA) {
      before--;
    }
    boolean behindDigit = before >= 0 && parts.get(before) instanceof Digit;
    return behindDigit
        && parts.subList(comma, parts.size()).stream()
            .takeWhile(part -> part != Mark.POINT)
            .noneMatch(Digit.class::isInstance);
  }

  private static boolean interrupted(List<FormatPart> parts, int first, int last) {
    return parts.subList(first, last).stream()
        .anyMatch(part -> !(part instanceof Digit) && part != Mark.COMMA);
  }

  Shown show(BigDecimal number, boolean negative) {
    BigDecimal scaled = number.abs().scaleByPowerOfTen(shift);
    BigDecimal rounded = scaled.setScale(fraction, RoundingMode.HALF_UP);
    String digits = rounded.setScale(0, RoundingMode.DOWN).toPlainString();
    String before = digits.equals("0") ? "" : digits;
    String decimals = rounded.toPlainString();
    String behind = fraction == 0 ? "" : decimals.substring(decimals.indexOf('.') + 1);
    StringBuilder text = new StringBuilder(negative ? "-" : "");
    int place = 0;
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Literal(String literal) -> text.append(literal);
        case Digit(char fill) -> {
          if (point < 0 || i < point) {
            wholeDigit(text, fill, place++, before);
          } else {
            decimal(text, fill, place++, behind);
          }
        }
        case Mark mark -> {
          if (mark == Mark.POINT) {
            text.append(whole == 0 ? before : "").append('.');
            place = 0;
          } else if (mark == Mark.PERCENT) {
            text.append('%');
          } else if (mark == Mark.SLASH) {
            text.append('/');
          }
        }
        default -> {}
      }
    }
    // A number shown in thousands cannot be told from the number itself.
    boolean inThousands = shift < 0;
    boolean exact = whole + fraction == 0 || (rounded.compareTo(scaled) == 0 && !inThousands);
    return new Shown(text.toString(), exact ? Doubt.NONE : Doubt.ROUNDED);
  }

  /** The first place takes all digits that there are no places for. */
  private void wholeDigit(StringBuilder text, char fill, int place, String digits) {
    int fromRight = whole - 1 - place;
    int index = digits.length() - 1 - fromRight;
    for (int i = place == 0 ? 0 : index; i <= index; i++) {
      if (i >= 0) {
        group(text.append(digits.charAt(i)), digits.length() - 1 - i);
      }
    }
    if (index < 0 && fill == '0') {
      group(text.append('0'), fromRight);
    } else if (index < 0 && fill == '?') {
      text.append(' ');
    }
  }

  private void group(StringBuilder text, int fromRight) {
    if (grouped && fromRight > 0 && fromRight % 3 == 0) {
      text.append(',');
    }
  }

  private static void decimal(StringBuilder text, char fill, int place, String digits) {
    boolean rest = digits.substring(place).chars().anyMatch(digit -> digit != '0');
    if (rest || fill == '0') {
      text.append(digits.charAt(place));
    } else if (fill == '?') {
      text.append(' ');
    }
  }
}

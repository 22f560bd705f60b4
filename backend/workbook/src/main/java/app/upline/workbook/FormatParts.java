package app.upline.workbook;

import app.upline.workbook.FormatPart.Digit;
import app.upline.workbook.FormatPart.Literal;
import app.upline.workbook.FormatPart.Mark;
import app.upline.workbook.FormatPart.Moment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes one section of a number format apart (ECMA-376 part 1, 18.8.31). What it does not know, it
 * says that it does not know.
 */
final class FormatParts {

  private static final Pattern CONDITION =
      Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?)");
  private static final Pattern COLOR =
      Pattern.compile("(?i)black|blue|cyan|green|magenta|red|white|yellow|color ?\\d{1,2}");
  private static final Pattern ELAPSED = Pattern.compile("(?i)h{1,9}|m{1,9}|s{1,9}");

  /** A currency and a place; a longer number asks for digits or a calendar of another script. */
  private static final Pattern PLACE = Pattern.compile("\\$([^-\\]]*)(?:-([0-9A-Fa-f]{1,8}))?");

  private static final int LONGEST_PLACE = 4;

  /** The system's own long date and time. */
  private static final Set<String> SYSTEM = Set.of("F800", "F400");

  /** Shown as they are without quotes. */
  private static final String PLAIN = "$-+():!^&'~{}<>= ";

  private final String section;
  private final List<FormatPart> parts = new ArrayList<>();
  private int at;
  private boolean unknown;
  private boolean scientific;
  private @Nullable Condition condition;

  /** For which numbers a section is, where the format says so. */
  record Condition(String operator, BigDecimal bound) {

    boolean holds(BigDecimal number) {
      int order = number.compareTo(bound);
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "=" -> order == 0;
        default -> order != 0;
      };
    }
  }

  FormatParts(String section) {
    this.section = section;
    while (at < section.length() && !unknown) {
      take(section.charAt(at));
    }
  }

  List<FormatPart> parts() {
    return parts;
  }

  /** Whether there is something in it whose meaning is not known here. */
  boolean unknown() {
    return unknown;
  }

  boolean scientific() {
    return scientific;
  }

  @Nullable Condition condition() {
    return condition;
  }

  private void take(char c) {
    switch (c) {
      case '"' -> quoted();
      case '\\' -> pair(Character.toString(next()));
      case '_' -> pair(" ");
      // A character that fills the rest of the cell: of blanks, any number looks the same.
      case '*' -> {
        unknown |= next() != ' ';
        pair(" ");
      }
      case '[' -> bracket();
      case '0', '#', '?' -> one(new Digit(c));
      case '.' -> one(Mark.POINT);
      case ',' -> one(Mark.COMMA);
      case '%' -> one(Mark.PERCENT);
      case '/' -> one(Mark.SLASH);
      case '@' -> one(Mark.TEXT);
      default -> letter(c);
    }
  }

  private void letter(char c) {
    String rest = section.substring(at).toLowerCase(Locale.ROOT);
    if (rest.startsWith("general")) {
      parts.add(Mark.GENERAL);
      at += "general".length();
    } else if (rest.startsWith("am/pm")) {
      moment("am/pm".length());
    } else if (rest.startsWith("a/p")) {
      moment("a/p".length());
    } else if (rest.startsWith("e+") || rest.startsWith("e-")) {
      scientific = true;
      unknown = true;
    } else if ("ymdhsegb".indexOf(rest.charAt(0)) >= 0) {
      int length = 1;
      while (length < rest.length() && rest.charAt(length) == rest.charAt(0)) {
        length++;
      }
      moment(length);
    } else if (PLAIN.indexOf(c) >= 0 || c > 0x7F) {
      one(new Literal(Character.toString(c)));
    } else {
      unknown = true;
    }
  }

  private void moment(int length) {
    parts.add(new Moment(section.substring(at, at + length).toLowerCase(Locale.ROOT)));
    at += length;
  }

  private void quoted() {
    int end = section.indexOf('"', at + 1);
    unknown |= end < 0;
    if (end >= 0) {
      parts.add(new Literal(section.substring(at + 1, end)));
      at = end + 1;
    }
  }

  private void bracket() {
    int end = section.indexOf(']', at);
    if (end < 0) {
      unknown = true;
      return;
    }
    String inner = section.substring(at + 1, end).strip();
    at = end + 1;
    Matcher place = PLACE.matcher(inner);
    Matcher bound = CONDITION.matcher(inner);
    if (bound.matches()) {
      condition = new Condition(bound.group(1), new BigDecimal(bound.group(2)));
    } else if (place.matches()) {
      String number = place.group(2);
      if (number != null
          && number.length() > LONGEST_PLACE
          && !SYSTEM.contains(number.toUpperCase(Locale.ROOT))) {
        unknown = true;
      }
      parts.add(new Literal(place.group(1)));
    } else if (ELAPSED.matcher(inner).matches()) {
      parts.add(new Moment("[" + inner.toLowerCase(Locale.ROOT) + "]"));
    } else if (!COLOR.matcher(inner).matches()) {
      unknown = true;
    }
  }

  private char next() {
    unknown |= at + 1 >= section.length();
    return unknown ? ' ' : section.charAt(at + 1);
  }

  private void pair(String shown) {
    parts.add(new Literal(shown));
    at += 2;
  }

  private void one(FormatPart part) {
    parts.add(part);
    at++;
  }
}

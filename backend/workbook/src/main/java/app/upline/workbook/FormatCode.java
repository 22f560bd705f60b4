package app.upline.workbook;

import app.upline.workbook.Shown.Doubt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number format: a section for every number, or one each for positive and negative numbers, zero
 * and text (ECMA-376 part 1, 18.8.31).
 */
final class FormatCode {

  static final FormatCode GENERAL = new FormatCode("General");

  private static final int LONGEST = 1_000;

  private final List<FormatSection> numbers;
  private final @Nullable FormatSection text;
  private final boolean plainText;

  private FormatCode(String code) {
    List<FormatSection> sections = new ArrayList<>();
    split(code).forEach(section -> sections.add(new FormatSection(section)));
    boolean fourth = sections.size() > 3;
    text = fourth ? sections.get(3) : sections.getLast().isForText() ? sections.getLast() : null;
    numbers =
        List.copyOf(sections.subList(0, fourth ? 3 : sections.size() - (text == null ? 0 : 1)));
    plainText = code.strip().equals("@");
  }

  static FormatCode of(String code) {
    if (code.isEmpty()) {
      return GENERAL;
    }
    return new FormatCode(code.length() > LONGEST ? "|" : code);
  }

  /** The section that shows the number as a date or a time; null when none does. */
  @Nullable FormatSection momentOf(BigDecimal number) {
    FormatSection section = sectionOf(number);
    return section != null && section.showsMoment() ? section : null;
  }

  Shown shown(BigDecimal number) {
    if (plainText) {
      return Shown.general(number);
    }
    FormatSection section = sectionOf(number);
    if (section == null) {
      return Shown.doubtful(number, Doubt.UNKNOWN);
    }
    boolean minus = number.signum() < 0 && numbers.size() == 1;
    return section.number(number, minus);
  }

  Shown shown(String content) {
    return text == null ? Shown.exactly(content) : text.text(content);
  }

  private @Nullable FormatSection sectionOf(BigDecimal number) {
    if (numbers.isEmpty()) {
      return null;
    }
    if (numbers.stream().anyMatch(section -> section.condition() != null)) {
      return conditionally(number);
    }
    int sign = number.signum();
    return switch (numbers.size()) {
      case 1 -> numbers.getFirst();
      case 2 -> numbers.get(sign < 0 ? 1 : 0);
      default -> numbers.get(sign > 0 ? 0 : sign < 0 ? 1 : 2);
    };
  }

  /** Where conditions are given, how a minus is shown differs by program, so nothing is said. */
  private @Nullable FormatSection conditionally(BigDecimal number) {
    if (number.signum() < 0) {
      return null;
    }
    for (int i = 0; i < numbers.size(); i++) {
      FormatSection section = numbers.get(i);
      boolean fits =
          section.condition() != null
              ? section.condition().holds(number)
              : i > 0 && i == numbers.size() - 1;
      if (fits) {
        return section;
      }
    }
    return null;
  }

  /** At semicolons that are neither quoted nor escaped nor within brackets. */
  private static List<String> split(String code) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    boolean quoted = false;
    boolean bracket = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!quoted && !bracket && (c == '\\' || c == '_' || c == '*') && i + 1 < code.length()) {
        section.append(c).append(code.charAt(++i));
        continue;
      }
      quoted ^= c == '"' && !bracket;
      bracket = !quoted && (c == '[' || bracket && c != ']');
      if (c == ';' && !quoted && !bracket) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        section.append(c);
      }
    }
    sections.add(section.toString());
    return sections;
  }
}

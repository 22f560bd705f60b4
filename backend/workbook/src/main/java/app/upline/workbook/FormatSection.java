package app.upline.workbook;

import app.upline.workbook.FormatPart.Literal;
import app.upline.workbook.FormatPart.Mark;
import app.upline.workbook.FormatPart.Moment;
import app.upline.workbook.Shown.Doubt;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one section of a number format shows. */
final class FormatSection {

  private final List<FormatPart> parts;
  private final boolean unknown;
  private final boolean scientific;
  private final FormatParts.@Nullable Condition condition;
  private final @Nullable DigitPlaces places;

  FormatSection(String section) {
    FormatParts taken = new FormatParts(section);
    parts = List.copyOf(taken.parts());
    unknown = taken.unknown();
    scientific = taken.scientific();
    condition = taken.condition();
    places = unknown || showsMoment() || has(Mark.GENERAL) ? null : DigitPlaces.of(parts);
  }

  FormatParts.@Nullable Condition condition() {
    return condition;
  }

  /** Whether it is for text. */
  boolean isForText() {
    return has(Mark.TEXT);
  }

  /** Whether it shows a number as a date or as a time. */
  boolean showsMoment() {
    return !scientific && parts.stream().anyMatch(Moment.class::isInstance);
  }

  /** Whether day, month and year can all be seen, as numbers or as the month's name. */
  boolean showsWholeDay() {
    List<String> letters =
        parts.stream()
            .filter(Moment.class::isInstance)
            .map(part -> ((Moment) part).letters())
            .filter(run -> !run.startsWith("a"))
            .toList();
    boolean month = false;
    for (int i = 0; i < letters.size(); i++) {
      boolean minute =
          (i > 0 && letters.get(i - 1).contains("h"))
              || (i + 1 < letters.size() && letters.get(i + 1).contains("s"));
      // Of five letters, only the month's first is shown.
      month |= letters.get(i).matches("m{1,4}") && !minute;
    }
    return !unknown
        && month
        && letters.stream().anyMatch(run -> run.equals("d") || run.equals("dd"))
        && letters.stream().anyMatch(run -> run.matches("y+|e+|b+"));
  }

  /** Whether a day can be seen at all, be it without its year. */
  boolean showsDay() {
    return parts.stream()
        .filter(Moment.class::isInstance)
        .map(part -> ((Moment) part).letters())
        .anyMatch(run -> run.matches("[ydegb]+|m{3,}") || (run.matches("m+") && showsWholeDay()));
  }

  /**
   * A number.
   *
   * @param negative whether a minus is shown before it
   */
  Shown number(BigDecimal number, boolean negative) {
    if (scientific) {
      return Shown.doubtful(number, Doubt.SCIENTIFIC);
    }
    if (unknown || isForText()) {
      return Shown.doubtful(number, Doubt.UNKNOWN);
    }
    if (parts.isEmpty()) {
      return Shown.doubtful(number, Doubt.HIDDEN);
    }
    if (has(Mark.GENERAL)) {
      return general(number, negative);
    }
    return places == null ? Shown.doubtful(number, Doubt.UNKNOWN) : places.show(number, negative);
  }

  /** A text. */
  Shown text(String text) {
    if (parts.isEmpty()) {
      return new Shown(text, Doubt.HIDDEN);
    }
    boolean known =
        !unknown
            && parts.stream()
                .allMatch(
                    part -> part instanceof Literal || part == Mark.TEXT || part == Mark.GENERAL);
    return known
        ? Shown.exactly(
            parts.stream()
                .map(part -> part instanceof Literal(String literal) ? literal : text)
                .collect(Collectors.joining()))
        : new Shown(text, Doubt.UNKNOWN);
  }

  private Shown general(BigDecimal number, boolean negative) {
    Shown inner = Shown.general(number.abs());
    if (!inner.isExact()) {
      return Shown.doubtful(number, inner.doubt());
    }
    if (parts.indexOf(Mark.GENERAL) != parts.lastIndexOf(Mark.GENERAL)) {
      return Shown.doubtful(number, Doubt.UNKNOWN);
    }
    StringBuilder text = new StringBuilder(negative ? "-" : "");
    for (FormatPart part : parts) {
      if (part instanceof Literal(String literal)) {
        text.append(literal);
      } else if (part == Mark.GENERAL) {
        text.append(inner.text());
      } else {
        return Shown.doubtful(number, Doubt.UNKNOWN);
      }
    }
    return Shown.exactly(text.toString());
  }

  private boolean has(Mark mark) {
    return parts.contains(mark);
  }
}

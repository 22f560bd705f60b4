package app.upline.agency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** The day by which a carrier wants a month's incidents. */
public sealed interface DueDay {

  /**
   * The last day of the reported month itself: "no later than the last day of the month", and
   * whatever is discovered on that day is due on that day.
   */
  record LastDay() implements DueDay {
    @Override
    public LocalDate in(YearMonth period) {
      return period.atEndOfMonth();
    }

    @Override
    public String toString() {
      return "LAST_DAY";
    }
  }

  /**
   * A day of the month after the reported one. A day within the month would make late what had not
   * happened by then.
   *
   * @param day 1 to 28, so that every month has it
   */
  record DayOfNextMonth(int day) implements DueDay {
    public DayOfNextMonth {
      if (day < 1 || day > 28) {
        throw new IllegalArgumentException("Not every month has a day " + day);
      }
    }

    @Override
    public LocalDate in(YearMonth period) {
      return period.plusMonths(1).atDay(day);
    }

    @Override
    public String toString() {
      return Integer.toString(day);
    }
  }

  Pattern FORM = Pattern.compile("LAST_DAY|[1-9]|1\\d|2[0-8]");

  /** Whether the text is {@code LAST_DAY} or a day from {@code 1} to {@code 28}. */
  static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Reads {@code LAST_DAY} or a day from {@code 1} to {@code 28}, as {@code toString} writes it.
   */
  static DueDay parse(String text) {
    if (!isValid(text)) {
      throw new IllegalArgumentException("No due day: " + text);
    }
    return text.equals("LAST_DAY") ? new LastDay() : new DayOfNextMonth(Integer.parseInt(text));
  }

  /** The date by which the incidents of a period are due. */
  LocalDate in(YearMonth period);
}

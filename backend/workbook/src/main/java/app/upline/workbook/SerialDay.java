package app.upline.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days as spreadsheets count them: from 1900, with a February 29 that the year did not have, or
 * from 1904.
 */
final class SerialDay {

  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final int NO_DAY = 60;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** The number of the last day. */
  private static final int LAST_1900 = 2_958_465;

  private static final int LAST_1904 = LAST_1900 - 1_462;

  private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000);
  private static final long MILLIS_A_DAY = 86_400_000;
  private static final long HALF_A_SECOND = 500;

  private SerialDay() {}

  /** Null where the calendar has no such day. */
  static @Nullable LocalDate of(int serial, boolean from1904) {
    if (from1904) {
      return serial < 0 || serial > LAST_1904 ? null : FIRST_1904.plusDays(serial);
    }
    if (serial < 1 || serial == NO_DAY || serial > LAST_1900) {
      return null;
    }
    return BEFORE_1900.plusDays(serial < NO_DAY ? serial : serial - 1);
  }

  /** Whether a workbook that counts from 1900 can hold the day. */
  static boolean canSay(LocalDate day) {
    return day.isAfter(BEFORE_1900) && !day.isAfter(LAST);
  }

  /** The number of a day, counted from 1900. */
  static long of(LocalDate day) {
    long days = ChronoUnit.DAYS.between(BEFORE_1900, day);
    return days < NO_DAY ? days : days + 1;
  }

  /** The cell of a number that is shown as a date or a time. */
  static Cell cell(String address, BigDecimal number, boolean from1904, FormatSection shown) {
    if (!shown.showsDay() && !shown.showsWholeDay()) {
      return Cell.Unreadable.time(address);
    }
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_1900 + 1L)) > 0) {
      return Cell.Unreadable.noDay(address);
    }
    // A fraction just below midnight is what calculating leaves of midnight.
    long millis = number.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    if (MILLIS_A_DAY - millis % MILLIS_A_DAY <= HALF_A_SECOND) {
      return Cell.Unreadable.noDay(address);
    }
    LocalDate day = of((int) (millis / MILLIS_A_DAY), from1904);
    return day == null
        ? Cell.Unreadable.noDay(address)
        : new Cell.Day(address, day, shown.showsWholeDay());
  }
}

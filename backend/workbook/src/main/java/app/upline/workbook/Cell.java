package app.upline.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one cell holds, and where it is. */
public sealed interface Cell {

  /** The spreadsheet's name of the cell, such as {@code E20}. */
  String address();

  /**
   * What a person reads: a number as its format shows it, a date as {@code yyyy-mm-dd}, a blank as
   * the empty text.
   */
  String text();

  /** Nothing, or nothing but white space. */
  record Blank(String address) implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * Text exactly as it stands in the cell, outer and inner spaces included.
   *
   * @param from1904 whether the workbook counts its days from 1904, and not from 1900
   */
  record Text(String address, String value, boolean from1904) implements Cell {

    public Text(String address, String value) {
      this(address, value, false);
    }

    @Override
    public String text() {
      return value;
    }
  }

  /**
   * A number that is not shown as a date; never a binary fraction, so 16082417 is 16082417.
   *
   * @param shown what a person sees of it
   * @param from1904 whether the workbook counts its days from 1904, and not from 1900
   */
  record Number(String address, BigDecimal value, Shown shown, boolean from1904) implements Cell {

    public Number(String address, BigDecimal value) {
      this(address, value, Shown.general(value), false);
    }

    @Override
    public String text() {
      return shown.text();
    }

    /** The day that it would be if it were shown as a date; null when it is none. */
    public @Nullable LocalDate day() {
      boolean whole = value.signum() >= 0 && value.precision() - value.scale() <= 9;
      return whole && value.stripTrailingZeros().scale() <= 0
          ? SerialDay.of(value.intValueExact(), from1904)
          : null;
    }
  }

  /**
   * A number shown as a date; the time of day, if any, is dropped.
   *
   * @param whole whether day, month and year can all be seen
   */
  record Day(String address, LocalDate value, boolean whole) implements Cell {

    public Day(String address, LocalDate value) {
      this(address, value, true);
    }

    @Override
    public String text() {
      return value.toString();
    }
  }

  /** A TRUE or FALSE of the spreadsheet's own. */
  record Truth(String address, boolean value) implements Cell {
    @Override
    public String text() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** An error value of the spreadsheet's own, such as {@code #N/A}. */
  record Failed(String address, String code) implements Cell {
    @Override
    public String text() {
      return code;
    }
  }

  /**
   * A cell of which it cannot be said what a person sees, or what it would be in a field, so that
   * it may not be stored.
   *
   * @param text what stands in the file, as far as it is kept
   * @param code for programs, such as {@code CELL_NOT_CALCULATED}
   * @param message what to do about it, for people
   */
  record Unreadable(String address, String text, String code, String message) implements Cell {

    private static final String NOT_CALCULATED = "CELL_NOT_CALCULATED";
    private static final String TOO_LONG = "TOO_LONG";

    /** More text than a cell of a spreadsheet holds; it is not kept. */
    static Unreadable tooLong(String address) {
      return new Unreadable(address, "…", TOO_LONG, "The cell holds too much text.");
    }

    boolean isTooLong() {
      return code.equals(TOO_LONG);
    }

    static Unreadable notCalculated(String address) {
      return new Unreadable(
          address,
          "",
          NOT_CALCULATED,
          "The cell holds a formula that was never calculated. Open the workbook in a spreadsheet program, save it and send that, or type the value.");
    }

    static Unreadable hidden(String address) {
      return new Unreadable(
          address,
          "",
          "CELL_VALUE_HIDDEN",
          "The cell holds a value that its format does not show. Clear it, or format it so that it is seen.");
    }

    static Unreadable onlyFormatted(String address) {
      return new Unreadable(
          address,
          "",
          "CELL_ONLY_FORMATTED",
          "What the cell shows is made by its format, and cannot be read. Format it as text and type it again.");
    }

    static Unreadable time(String address) {
      return new Unreadable(
          address, "", "CELL_HOLDS_TIME", "The cell shows a time and no date. Type it again.");
    }

    static Unreadable noDay(String address) {
      return new Unreadable(
          address,
          "",
          "CELL_HOLDS_NO_DAY",
          "The cell is shown as a date, but its number is not a day of the calendar. Type it again.");
    }

    /** For a date whose order of day and month is not certain. */
    public static Unreadable dayOrMonth(Cell cell, String message) {
      return new Unreadable(cell.address(), cell.text(), "AMBIGUOUS_DATE", message);
    }

    /** Whether it is a formula of which the file has no value. */
    public boolean isNotCalculated() {
      return code.equals(NOT_CALCULATED);
    }
  }
}

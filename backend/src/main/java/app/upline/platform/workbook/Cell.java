package app.upline.platform.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one cell holds, and where it is. */
public sealed interface Cell {

  /** The spreadsheet's name of the cell, such as {@code E20}. */
  String address();

  /**
   * What a person would read: a number without exponent or trailing zeros, a date as {@code
   * yyyy-mm-dd}, a blank as the empty text.
   */
  String text();

  /** Nothing, or nothing but white space. */
  record Blank(String address) implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /** Text exactly as it stands in the cell, outer and inner spaces included. */
  record Text(String address, String value) implements Cell {
    @Override
    public String text() {
      return value;
    }
  }

  /** A number that is not shown as a date; never a binary fraction, so 16082417 is 16082417. */
  record Number(String address, BigDecimal value) implements Cell {
    @Override
    public String text() {
      return value.toPlainString();
    }
  }

  /** A number shown as a date; the time of day, if any, is dropped. */
  record Day(String address, LocalDate value) implements Cell {
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
   * Something of which the value is not known, so that nobody may store it.
   *
   * @param text what stands in the file
   * @param code which kind of it
   * @param message a sentence that says how to mend it
   */
  record Unreadable(String address, String text, String code, String message) implements Cell {

    private static final String TOO_LONG = "TOO_LONG";

    /** More text than a cell of a spreadsheet holds; it is not kept. */
    static Unreadable tooLong(String address) {
      return new Unreadable(address, "…", TOO_LONG, "The cell holds too much text.");
    }

    boolean isTooLong() {
      return code.equals(TOO_LONG);
    }
  }
}

package app.upline.workbook;

/** One piece of a number format's section. */
sealed interface FormatPart {

  /**
   * A place for a digit.
   *
   * @param fill {@code 0}, {@code #} or {@code ?}: what stands there when the number has no digit
   *     for it
   */
  record Digit(char fill) implements FormatPart {}

  /** Text that is shown as it is. */
  record Literal(String text) implements FormatPart {}

  /** Letters that show a part of a date or of a time, such as {@code yyyy}, in lower case. */
  record Moment(String letters) implements FormatPart {}

  /** A piece without more to it. */
  enum Mark implements FormatPart {
    POINT,
    COMMA,
    PERCENT,
    SLASH,
    TEXT,
    GENERAL
  }
}

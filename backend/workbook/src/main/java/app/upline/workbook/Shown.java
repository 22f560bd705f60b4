package app.upline.workbook;

import java.math.BigDecimal;

/**
 * What a person sees of a number.
 *
 * @param text as the cell shows it; where that cannot be said, the number itself
 * @param doubt why the text is not the whole truth about the number
 */
public record Shown(String text, Doubt doubt) {

  /** How far what is seen and what is held are the same. */
  public enum Doubt {
    /** They are. */
    NONE,
    /** The format leaves digits out that the number has. */
    ROUNDED,
    /** Without a format of its own, a long number is cut or shown with an exponent. */
    SHORTENED,
    /** The format shows an exponent. */
    SCIENTIFIC,
    /** The format shows something that we cannot tell. */
    UNKNOWN,
    /** The format shows nothing. */
    HIDDEN
  }

  /** The widest number that is shown in full without a format. */
  private static final int WIDEST = 11;

  /** Below it, an exponent may be shown. */
  private static final BigDecimal SMALLEST = new BigDecimal("0.0001");

  static Shown exactly(String text) {
    return new Shown(text, Doubt.NONE);
  }

  static Shown doubtful(BigDecimal number, Doubt doubt) {
    return new Shown(plain(number), doubt);
  }

  /** A number without a format, or with the format General. */
  static Shown general(BigDecimal number) {
    String text = plain(number);
    boolean whole =
        (number.signum() == 0 || number.abs().compareTo(SMALLEST) >= 0)
            && text.length() - (number.signum() < 0 ? 1 : 0) <= WIDEST;
    return new Shown(text, whole ? Doubt.NONE : Doubt.SHORTENED);
  }

  /** Without exponent and trailing zeros. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whether the text says exactly what the cell holds. */
  public boolean isExact() {
    return doubt == Doubt.NONE;
  }
}

package app.upline.platform.workbook;

/**
 * Keeps text that begins like a formula from becoming one when a CSV file is opened in a
 * spreadsheet.
 */
final class FormulaSafe {

  private static final String TRIGGERS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaSafe() {}

  static String guard(String text) {
    return startsLikeFormula(text, 0) ? "'" + text : text;
  }

  /** Takes back what {@link #guard} added, so that a file of ours comes back as it was. */
  static String unguard(String text) {
    return text.startsWith("'") && startsLikeFormula(text, 1) ? text.substring(1) : text;
  }

  private static boolean startsLikeFormula(String text, int at) {
    return text.length() > at && TRIGGERS.indexOf(text.charAt(at)) >= 0;
  }
}

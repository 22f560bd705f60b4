package app.upline.workbook;

/**
 * Keeps text that begins like a formula from becoming one when a CSV file is opened in a
 * spreadsheet, by an apostrophe before it. Others put one before a number, so that it stays text;
 * and a text of which a reader would take an apostrophe away gets one more.
 */
final class FormulaSafe {

  private static final String TRIGGERS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private FormulaSafe() {}

  static String guard(String text) {
    boolean guarded =
        startsLikeFormula(text) || CsvField.looksShortened(text) || !unguard(text).equals(text);
    return guarded ? "'" + text : text;
  }

  /** Whether a spreadsheet makes something else of a text, or takes a mark off it, when edited. */
  static boolean changesWhenEdited(String text) {
    return startsLikeFormula(text) || text.startsWith("'");
  }

  /** Takes back what {@link #guard} added, so that a file of ours comes back as it was. */
  static String unguard(String text) {
    return text.startsWith("'") && isGuarded(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean isGuarded(String rest) {
    return startsLikeFormula(rest)
        || !rest.isEmpty() && (rest.charAt(0) == '\'' || Character.isDigit(rest.charAt(0)));
  }

  private static boolean startsLikeFormula(String text) {
    return !text.isEmpty() && TRIGGERS.indexOf(text.charAt(0)) >= 0;
  }
}

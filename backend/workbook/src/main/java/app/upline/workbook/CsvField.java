package app.upline.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field of a CSV file means where it is more, or less, than its characters: marks by which
 * programs keep a spreadsheet from changing a value, and what spreadsheets have left of one.
 */
final class CsvField {

  /** {@code ="00042"}: a formula that is nothing but a text, so that its zeros stay. */
  private static final Pattern TEXT_FORMULA = Pattern.compile("=\\s*\"((?:[^\"]|\"\")*)\"");

  private static final Pattern FORMULA = Pattern.compile("=[^=\\s].*", Pattern.DOTALL);

  /** What a spreadsheet writes for a number of more digits than it shows. */
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(?:\\.\\d+)?[Ee][+-]\\d{1,3}");

  /** Line breaks within a cell, of programs and systems that have their own. */
  private static final Pattern LINE_BREAK = Pattern.compile("[\\x0B\\f\\u0085\\u2028\\u2029]");

  private CsvField() {}

  static Cell read(String address, String raw) {
    String field = raw.strip();
    String text = FormulaSafe.unguard(field);
    if (text.length() == field.length()) {
      Matcher formula = TEXT_FORMULA.matcher(field);
      if (formula.matches()) {
        text = formula.group(1).replace("\"\"", "\"");
      } else if (FORMULA.matcher(field).matches()) {
        return new Cell.Unreadable(
            address,
            field,
            "CELL_NOT_CALCULATED",
            "The cell holds a formula, of which a CSV file has no value; type the value.");
      } else if (looksShortened(field)) {
        return new Cell.Unreadable(
            address,
            field,
            "CELL_DIGITS_LOST",
            "The cell holds a number in scientific notation, of which the last digits are lost; format the column as text, type the number again and save.");
      } else {
        text = raw;
      }
    }
    String shown = LINE_BREAK.matcher(text).replaceAll("\n").replace("" + CsvText.END_OF_TEXT, "");
    return CellText.isBlank(shown) ? new Cell.Blank(address) : new Cell.Text(address, shown);
  }

  /** Whether a text, were it not marked as one, would be taken for what is left of a number. */
  static boolean looksShortened(String text) {
    // Asked of every text of an export, of which hardly any ends like a number.
    return !text.isEmpty()
        && Character.isDigit(text.charAt(text.length() - 1))
        && SCIENTIFIC.matcher(text).matches();
  }
}

package app.upline.workbook;

import java.util.List;

/**
 * One column of a table, by which sheets are both written and recognized.
 *
 * @param key the name by which code knows the column
 * @param header the text in the heading row of a sheet we write
 * @param aliases other texts under which people's own sheets have the same thing
 * @param help one or two sentences for the person who fills the column in
 * @param kind what a value is
 * @param required whether a row without it is wrong; shown to people, never enforced here
 * @param choices the labels people may choose from; empty when anything may be typed
 * @param multiple whether several choices, separated by semicolons, may stand in one cell
 * @param width in characters
 */
public record SheetColumn(
    String key,
    String header,
    List<String> aliases,
    String help,
    Kind kind,
    boolean required,
    List<String> choices,
    boolean multiple,
    int width) {

  /** What a column's values are: a date is written as a real date, a number as a real number. */
  public enum Kind {
    TEXT,
    DATE,
    NUMBER
  }

  /** A column that is only written. */
  public static SheetColumn written(String key, String header, Kind kind, int width) {
    return new SheetColumn(key, header, List.of(), "", kind, false, List.of(), false, width);
  }

  public SheetColumn {
    if (key.isBlank() || header.isBlank()) {
      throw new IllegalArgumentException("A column needs a key and a header.");
    }
    if (width < 1 || width > 255) {
      throw new IllegalArgumentException("A column is 1 to 255 characters wide: " + header);
    }
    if (multiple && choices.isEmpty()) {
      throw new IllegalArgumentException("Several choices need choices: " + header);
    }
    aliases = List.copyOf(aliases);
    choices = List.copyOf(choices);
  }

  /** The same, which a row may be without. */
  public SheetColumn optional() {
    return new SheetColumn(key, header, aliases, help, kind, false, choices, multiple, width);
  }

  /** The same, to be chosen from these labels. */
  public SheetColumn choosing(List<String> labels) {
    return new SheetColumn(key, header, aliases, help, kind, required, labels, multiple, width);
  }
}

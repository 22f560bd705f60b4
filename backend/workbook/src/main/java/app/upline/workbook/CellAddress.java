package app.upline.workbook;

import java.util.Locale;

/**
 * A cell's place, columns counted from 0 and rows from 1.
 *
 * @param column at most 16,383
 * @param row at most 1,048,576
 */
record CellAddress(int column, int row) implements Comparable<CellAddress> {

  static final int MAX_COLUMNS = 16_384;
  static final int MAX_ROWS = 1_048_576;

  CellAddress {
    if (column < 0 || column >= MAX_COLUMNS || row < 1 || row > MAX_ROWS) {
      throw new IllegalArgumentException("A sheet has no cell there.");
    }
  }

  static CellAddress parse(String text) {
    int letters = 0;
    while (letters < text.length() && !Character.isDigit(text.charAt(letters))) {
      letters++;
    }
    try {
      return new CellAddress(columnOf(text, letters), Integer.parseInt(text.substring(letters)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a cell's address: " + text, e);
    }
  }

  /** The column of a reference such as {@code AB17}, whatever row it names. */
  static int columnOf(String reference) {
    int letters = 0;
    while (letters < reference.length() && !Character.isDigit(reference.charAt(letters))) {
      letters++;
    }
    return columnOf(reference, letters);
  }

  private static int columnOf(String text, int letters) {
    String upper = text.substring(0, letters).toUpperCase(Locale.ROOT);
    if (letters < 1 || letters > 3 || !upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException("Not a cell's address: " + text);
    }
    int column = 0;
    for (int i = 0; i < letters; i++) {
      column = column * 26 + upper.charAt(i) - 'A' + 1;
    }
    if (column > MAX_COLUMNS) {
      throw new IllegalArgumentException("Not a cell's address: " + text);
    }
    return column - 1;
  }

  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(CellAddress other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return letters(column) + row;
  }
}

package app.upline.workbook;

/**
 * What one cell is to say.
 *
 * @param sheet the sheet's name
 * @param address such as {@code E20}; the cell need not exist
 * @param text empty for a blank cell
 */
public record CellValue(String sheet, String address, String text) {

  public CellValue {
    CellAddress.parse(address);
  }

  /** The letters of a column counted from 0. */
  public static String column(int index) {
    return CellAddress.letters(index);
  }

  CellAddress place() {
    return CellAddress.parse(address);
  }
}

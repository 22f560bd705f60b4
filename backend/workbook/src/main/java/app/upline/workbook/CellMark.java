package app.upline.workbook;

/**
 * What is wrong with one cell.
 *
 * @param sheet the sheet's name
 * @param address such as {@code E20}; the cell need not exist
 * @param message a sentence for the person who corrects it
 */
public record CellMark(String sheet, String address, String message) {

  public CellMark {
    CellAddress.parse(address);
  }
}

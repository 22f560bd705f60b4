package app.upline.workbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row below the headings, with at least one mapped cell that is not blank.
 *
 * @param sheet the sheet's name
 * @param number counted from 1, as the spreadsheet shows it
 * @param cells by column key, one for every mapped column, {@link Cell.Blank} where the sheet has
 *     none
 */
public record SheetRow(String sheet, int number, Map<String, Cell> cells) {

  public SheetRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /**
   * The cell in a column. If the sheet has no such column it is a blank in the row's first cell, so
   * that an error about it still has a place.
   */
  public Cell cell(String key) {
    Cell cell = cells.get(key);
    return cell == null ? new Cell.Blank("A" + number) : cell;
  }

  /** Where the cell of a column is, or would be: {@code E20}. */
  public String address(String key) {
    return cell(key).address();
  }
}

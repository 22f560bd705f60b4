package app.upline.workbook;

import java.util.List;

/**
 * A row as it stands in a file, before anybody knows what its columns mean.
 *
 * @param number counted from 1
 * @param cells left to right, without blanks
 * @param hidden whether people do not see it
 */
record RawRow(int number, List<RawCell> cells, boolean hidden) {

  /**
   * A cell and how it came by its value.
   *
   * @param column counted from 0
   * @param computed whether a formula is behind it; then it is here even if it is blank
   */
  record RawCell(int column, Cell cell, boolean computed) {}
}

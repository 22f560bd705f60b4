package app.upline.workbook;

import org.jspecify.annotations.Nullable;

/**
 * Something the person who sent the workbook should know, though it was read.
 *
 * @param code what it is about
 * @param sheet the sheet it is about, if any
 * @param address the cell it is about, if any
 * @param message a sentence for a person
 */
public record Notice(Code code, @Nullable String sheet, @Nullable String address, String message) {

  /** What a notice is about. */
  public enum Code {
    FORMULA_VALUE_USED,
    FORMULA_WITHOUT_VALUE,
    HIDDEN_SHEET_IGNORED,
    SHEET_NOT_READ,
    ROWS_ABOVE_NOT_READ,
    HIDDEN_ROWS_READ,
    HIDDEN_COLUMN_READ,
    VALUES_WITHOUT_HEADING,
    MERGED_CELLS,
    TOTALS_ROW_SKIPPED
  }

  static Notice formulaValueUsed(String sheet, String address) {
    return new Notice(
        Code.FORMULA_VALUE_USED,
        sheet,
        address,
        "The cell holds a formula; the value it last showed was read.");
  }

  static Notice formulaWithoutValue(String sheet, String address) {
    return new Notice(
        Code.FORMULA_WITHOUT_VALUE,
        sheet,
        address,
        "The cell holds a formula that was never calculated; what it would show is not known.");
  }

  static Notice hiddenSheetIgnored(String sheet) {
    return new Notice(
        Code.HIDDEN_SHEET_IGNORED,
        sheet,
        null,
        "The sheet “%s” is hidden and was not read.".formatted(sheet));
  }

  static Notice sheetNotRead(Headings headings) {
    return new Notice(
        Code.SHEET_NOT_READ,
        headings.sheet(),
        null,
        "The sheet “%1$s” has the same headings in row %2$d and was not read. Upload the workbook again with sheet “%1$s” to read it too."
            .formatted(headings.sheet(), headings.row()));
  }

  static Notice rowsAboveNotRead(Headings headings, int row) {
    return new Notice(
        Code.ROWS_ABOVE_NOT_READ,
        headings.sheet(),
        null,
        "Row %d names columns too, but fewer than the headings in row %d, and what stands between the two was not read. Put it below row %2$d, or on a sheet of its own."
            .formatted(row, headings.row()));
  }
}

package app.upline.workbook;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a heading row.
 *
 * @param letter the spreadsheet's name of the column, such as {@code E}
 * @param index the same, counted from 0
 * @param text what the cell says
 * @param key the column it is read as; null when it is not read
 * @param confidence how sure the proposal is
 * @param claim the column that it names too although it is not read as it: another heading names it
 *     better, or as well
 */
public record Heading(
    String letter,
    int index,
    String text,
    @Nullable String key,
    Confidence confidence,
    @Nullable String claim) {

  Heading(String letter, int index, String text) {
    this(letter, index, text, null, Confidence.NONE, null);
  }

  Heading as(@Nullable String newKey, Confidence newConfidence) {
    return new Heading(letter, index, text, newKey, newConfidence, null);
  }

  /** Not read, though it could be read as this. */
  Heading claiming(String wanted) {
    return new Heading(letter, index, text, null, Confidence.NONE, wanted);
  }
}

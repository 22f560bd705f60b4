package app.upline.sheet;

import java.util.Map;

/**
 * What the cells of one row show, or are to show.
 *
 * @param row its number in the sheet
 * @param texts by field
 */
record RowTexts(int row, Map<String, String> texts) {}

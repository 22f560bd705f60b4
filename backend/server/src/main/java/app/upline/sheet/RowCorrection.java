package app.upline.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person puts in place of what a row of an upload says.
 *
 * @param row its number in the sheet
 * @param leftOut whether it is no record, and not read
 * @param texts by field; all other cells stay as they were uploaded
 */
public record RowCorrection(int row, boolean leftOut, Map<String, String> texts) {

  static RowCorrection none(int row) {
    return new RowCorrection(row, false, Map.of());
  }

  /** Whether nothing is corrected. */
  boolean isEmpty() {
    return !leftOut && texts.isEmpty();
  }

  /**
   * The same with more.
   *
   * @param leaveOut null for as it was
   * @param more null for a text that is taken back
   */
  RowCorrection with(@Nullable Boolean leaveOut, Map<String, @Nullable String> more) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    more.forEach(
        (field, text) -> {
          if (text == null) {
            all.remove(field);
          } else {
            all.put(field, text);
          }
        });
    return new RowCorrection(row, leaveOut == null ? leftOut : leaveOut, all);
  }
}

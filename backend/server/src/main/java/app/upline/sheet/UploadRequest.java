package app.upline.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded sheet is to be read and applied.
 *
 * @param sheet where to look; found by its header when null
 * @param headerRow found by its names when null
 * @param confirmGuesses whether what the server guessed of the columns is right
 * @param mapping column key by header text or column letter, null for a column to be ignored
 */
public record UploadRequest(
    String fileName,
    BulkOptions options,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    Map<String, @Nullable String> mapping,
    boolean confirmGuesses,
    FilteredRows onFilteredRows) {

  /** What to do with rows that a filter of the sheet hides. */
  public enum FilteredRows {
    REPORT,
    READ,
    SKIP
  }
}

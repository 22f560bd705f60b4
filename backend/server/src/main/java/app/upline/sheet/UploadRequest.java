package app.upline.sheet;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded sheet is to be read and applied.
 *
 * @param sheet where to look; found by its header when null
 * @param headerRow found by its names when null
 * @param confirmGuesses whether what the server guessed of the columns is right
 * @param mapping column key by header text or column letter, null for a column to be ignored
 * @param carrierId the carrier of new records whose row names none, where records are of carriers
 */
public record UploadRequest(
    String fileName,
    BulkOptions options,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    Map<String, @Nullable String> mapping,
    boolean confirmGuesses,
    FilteredRows onFilteredRows,
    @Nullable UUID carrierId) {

  /** What to do with rows that a filter of the sheet hides. */
  @Serdeable
  public enum FilteredRows {
    REPORT,
    READ,
    SKIP
  }
}

package app.upline.sheet;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded sheet is to be read and applied.
 *
 * @param sheet where to look; found by its header when null
 * @param headerRow found by its names when null
 * @param confirmGuesses whether what the server guessed of the columns is right
 * @param mapping what the sender says of columns and values
 * @param recalls whether what was said of the same headings before counts too
 * @param remembers whether what is said now is remembered
 * @param carrierId the carrier of new records whose row names none, where records are of carriers
 */
@Serdeable
public record UploadRequest(
    String fileName,
    BulkOptions options,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    SheetMapping mapping,
    boolean recalls,
    boolean remembers,
    boolean confirmGuesses,
    FilteredRows onFilteredRows,
    @Nullable UUID carrierId) {

  /** The same, to be read by this. */
  UploadRequest with(SheetMapping other) {
    return new UploadRequest(
        fileName,
        options,
        sheet,
        headerRow,
        other,
        recalls,
        remembers,
        confirmGuesses,
        onFilteredRows,
        carrierId);
  }

  /** What to do with rows that a filter of the sheet hides. */
  @Serdeable
  public enum FilteredRows {
    REPORT,
    READ,
    SKIP
  }
}

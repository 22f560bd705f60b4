package app.upline.sheet;

import app.upline.sheet.BulkOptions.PossibleDuplicate;
import app.upline.sheet.UploadRequest.FilteredRows;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an upload was to be read and applied, as it is kept so that it can be done again.
 *
 * @param mapping what the sender said of columns
 * @param carrierId the carrier of new records whose row names none
 */
@Serdeable
record ImportSettings(
    boolean skipFaulty,
    PossibleDuplicate onPossibleDuplicate,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    SheetMapping mapping,
    boolean confirmGuesses,
    FilteredRows onFilteredRows,
    @Nullable UUID carrierId) {

  @SuppressWarnings("ConstantValue") // what is empty is not written
  ImportSettings {
    mapping = mapping == null ? SheetMapping.NONE : mapping;
  }

  static ImportSettings of(UploadRequest request) {
    return new ImportSettings(
        request.options().skipFaulty(),
        request.options().onPossibleDuplicate(),
        request.sheet(),
        request.headerRow(),
        request.mapping(),
        request.confirmGuesses(),
        request.onFilteredRows(),
        request.carrierId());
  }

  /** What was asked, with what is answered now. */
  ImportSettings with(ImportCorrections.Request more) {
    return new ImportSettings(
        more.skipFaulty() == null ? skipFaulty : more.skipFaulty(),
        more.onPossibleDuplicate() == null ? onPossibleDuplicate : more.onPossibleDuplicate(),
        sheet,
        headerRow,
        mapping,
        more.confirmGuesses() == null ? confirmGuesses : more.confirmGuesses(),
        more.onFilteredRows() == null ? onFilteredRows : more.onFilteredRows(),
        carrierId);
  }

  UploadRequest request(String fileName, boolean write) {
    return new UploadRequest(
        fileName,
        new BulkOptions(write, skipFaulty, onPossibleDuplicate),
        sheet,
        headerRow,
        mapping,
        false,
        true,
        confirmGuesses,
        onFilteredRows,
        carrierId);
  }
}

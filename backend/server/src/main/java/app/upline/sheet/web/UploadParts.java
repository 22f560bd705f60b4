package app.upline.sheet.web;

import app.upline.api.model.OnFilteredRowsDto;
import app.upline.api.model.OnImportErrorDto;
import app.upline.api.model.OnPossibleDuplicateDto;
import app.upline.api.model.WriteModeDto;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.SheetMapping;
import app.upline.sheet.UploadRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of an upload beside the file; what is null was not sent. */
public record UploadParts(
    @Nullable WriteModeDto mode,
    @Nullable OnImportErrorDto onError,
    @Nullable OnPossibleDuplicateDto onPossibleDuplicate,
    @Nullable OnFilteredRowsDto onFilteredRows,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    @Nullable String mapping,
    @Nullable Boolean confirmGuesses,
    @Nullable Boolean recallMapping,
    @Nullable Boolean rememberMapping,
    @Nullable UUID carrierId) {

  BulkOptions options() {
    return new BulkOptions(
        mode == WriteModeDto.COMMIT,
        onError == OnImportErrorDto.SKIP_FAULTY_ROWS,
        ImportCodes.POSSIBLE_DUPLICATES.toDomain(
            onPossibleDuplicate == null ? OnPossibleDuplicateDto.REPORT : onPossibleDuplicate));
  }

  /** What is asked of a file of this name, read as was said. */
  UploadRequest request(String fileName, SheetMapping said) {
    return new UploadRequest(
        fileName,
        options(),
        sheet,
        headerRow,
        said,
        !Boolean.FALSE.equals(recallMapping),
        !Boolean.FALSE.equals(rememberMapping),
        Boolean.TRUE.equals(confirmGuesses),
        ImportCodes.FILTERED_ROWS.toDomain(
            onFilteredRows == null ? OnFilteredRowsDto.REPORT : onFilteredRows),
        carrierId);
  }
}

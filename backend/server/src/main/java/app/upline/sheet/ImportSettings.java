package app.upline.sheet;

import app.upline.sheet.BulkOptions.PossibleDuplicate;
import app.upline.sheet.UploadRequest.FilteredRows;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    @Nullable List<Choice> mapping,
    boolean confirmGuesses,
    FilteredRows onFilteredRows,
    @Nullable UUID carrierId) {

  /** A column by its heading or letter; without a field it is ignored. */
  @Serdeable
  record Choice(String column, @Nullable String field) {}

  static ImportSettings of(UploadRequest request) {
    List<Choice> choices = new ArrayList<>();
    request.mapping().forEach((column, field) -> choices.add(new Choice(column, field)));
    return new ImportSettings(
        request.options().skipFaulty(),
        request.options().onPossibleDuplicate(),
        request.sheet(),
        request.headerRow(),
        choices,
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
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    if (mapping != null) {
      mapping.forEach(choice -> columns.put(choice.column(), choice.field()));
    }
    return new UploadRequest(
        fileName,
        new BulkOptions(write, skipFaulty, onPossibleDuplicate),
        sheet,
        headerRow,
        columns,
        confirmGuesses,
        onFilteredRows,
        carrierId);
  }
}

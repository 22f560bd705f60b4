package app.upline.sheet.web;

import app.upline.api.model.CellCorrectionDto;
import app.upline.api.model.ColumnMappingDto;
import app.upline.api.model.ImportCorrectionsDto;
import app.upline.api.model.ImportErrorPageDto;
import app.upline.api.model.ImportRowPageDto;
import app.upline.api.model.OnFilteredRowsDto;
import app.upline.api.model.OnImportErrorDto;
import app.upline.api.model.OnPossibleDuplicateDto;
import app.upline.api.model.RowCorrectionDto;
import app.upline.api.model.SheetImportDto;
import app.upline.api.model.SheetImportPageDto;
import app.upline.api.model.WriteModeDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.upload.UploadedSheets;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportCorrections;
import app.upline.sheet.ImportFault;
import app.upline.sheet.ImportLog;
import app.upline.sheet.MarkedWorkbook;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.RowToCorrect;
import app.upline.sheet.SheetImporter;
import app.upline.sheet.SheetMapping;
import app.upline.sheet.UploadRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the upload operations of every kind of record do; they differ in the sheet and in what
 * becomes of its rows.
 */
@Singleton
public final class Imports {

  private static final int ERRORS_SHOWN = 1_000;
  private static final String NOT_GIVEN_BACK =
      "There is no marked copy of this upload: such files are not taken in any more. %s Its errors"
          + " are listed under /errors.";

  private final CurrentUserProvider callers;
  private final SheetImporter importer;
  private final ImportLog log;
  private final ImportCorrections corrections;
  private final MarkedWorkbook marked;
  private final Uploads uploads;
  private final Downloads downloads;

  Imports(
      CurrentUserProvider callers,
      SheetImporter importer,
      ImportLog log,
      ImportCorrections corrections,
      MarkedWorkbook marked,
      Uploads uploads,
      Downloads downloads) {
    this.callers = callers;
    this.importer = importer;
    this.log = log;
    this.corrections = corrections;
    this.marked = marked;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  /** The parts of an upload beside the file; what is null was not sent. */
  public record Parts(
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
  }

  public ColumnMappingDto propose(
      RecordSheet<?> form,
      CompletedFileUpload file,
      @Nullable String sheet,
      @Nullable Integer headerRow) {
    return uploads.read(
        file,
        path ->
            ImportModels.mapping(
                form.columns(), importer.propose(callers.current(), form, path, sheet, headerRow)));
  }

  /**
   * @param path of the collection of uploads, for {@code Location}
   */
  public <E> HttpResponse<SheetImportDto> upload(
      RecordSheet<E> form,
      BulkApplier<E> bulk,
      String path,
      CompletedFileUpload file,
      Parts parts) {
    UploadRequest request =
        new UploadRequest(
            UploadedSheets.name(file),
            parts.options(),
            parts.sheet(),
            parts.headerRow(),
            uploads.mapping(parts.mapping()),
            !Boolean.FALSE.equals(parts.recallMapping()),
            !Boolean.FALSE.equals(parts.rememberMapping()),
            Boolean.TRUE.equals(parts.confirmGuesses()),
            ImportCodes.FILTERED_ROWS.toDomain(
                parts.onFilteredRows() == null ? OnFilteredRowsDto.REPORT : parts.onFilteredRows()),
            parts.carrierId());
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        uploads.read(file, stored -> importer.upload(user, form, bulk, stored, request));
    return HttpResponse.created(shown(user, form, attempt))
        .header(HttpHeaders.LOCATION, path + "/" + attempt.id())
        .header(HttpHeaders.ETAG, ETags.of(attempt.version()));
  }

  public SheetImportPageDto list(
      RecordSheet<?> form, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("imports", form.subject());
    Page<ImportAttempt> page =
        log.list(callers.current(), form.subject(), cursors.request(cursor, limit, false));
    return new SheetImportPageDto()
        .items(
            page.items().stream()
                .map(attempt -> ImportModels.upload(form.columns(), attempt, List.of()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  public HttpResponse<SheetImportDto> find(RecordSheet<?> form, UUID importId) {
    CurrentUser user = callers.current();
    return answer(user, form, attempt(user, form, importId));
  }

  public ImportRowPageDto rows(
      RecordSheet<?> form,
      UUID importId,
      @Nullable Boolean faulty,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    Cursors cursors = Cursors.of("import-rows", importId, faulty);
    PageRequest wanted = cursors.request(cursor, limit, false);
    ImportRowModels models = new ImportRowModels(form.columns(), attempt(user, form, importId));
    Page<RowToCorrect> page =
        log.rows(user, form.subject(), importId, faulty, wanted)
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportRowPageDto()
        .items(page.items().stream().map(models::row).toList())
        .nextCursor(cursors.next(page));
  }

  /**
   * @param bulk what becomes of the rows, given the carrier that the upload was said to be about
   */
  public <E> HttpResponse<SheetImportDto> correct(
      RecordSheet<E> form,
      Function<@Nullable UUID, BulkApplier<E>> bulk,
      UUID importId,
      @Nullable String ifMatch,
      ImportCorrectionsDto wanted) {
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        corrections
            .correct(user, form, bulk, importId, ETags.expected(ifMatch), request(wanted))
            .orElseThrow(ProblemException::of);
    return answer(user, form, attempt);
  }

  private static ImportCorrections.Request request(ImportCorrectionsDto wanted) {
    List<RowCorrectionDto> rows = wanted.getRows() == null ? List.of() : wanted.getRows();
    return new ImportCorrections.Request(
        wanted.getMode() == WriteModeDto.COMMIT,
        wanted.getOnError() == null
            ? null
            : wanted.getOnError() == OnImportErrorDto.SKIP_FAULTY_ROWS,
        wanted.getOnPossibleDuplicate() == null
            ? null
            : ImportCodes.POSSIBLE_DUPLICATES.toDomain(wanted.getOnPossibleDuplicate()),
        wanted.getOnFilteredRows() == null
            ? null
            : ImportCodes.FILTERED_ROWS.toDomain(wanted.getOnFilteredRows()),
        wanted.getConfirmGuesses(),
        wanted.getMapping() == null
            ? SheetMapping.NONE
            : SheetMappingModels.mapping(
                wanted.getMapping().getColumns(),
                wanted.getMapping().getFixedValues(),
                wanted.getMapping().getTranslations()),
        rows.stream().map(Imports::row).toList());
  }

  private static ImportCorrections.Row row(RowCorrectionDto row) {
    List<CellCorrectionDto> cells = row.getCells() == null ? List.of() : row.getCells();
    return new ImportCorrections.Row(
        row.getRow(),
        row.getLeaveOut(),
        cells.stream()
            .map(cell -> new ImportCorrections.Cell(cell.getField(), cell.getText()))
            .toList());
  }

  private ImportAttempt attempt(CurrentUser user, RecordSheet<?> form, UUID importId) {
    return log.find(user, form.subject(), importId)
        .orElseThrow(() -> ProblemException.notFound("upload"));
  }

  private HttpResponse<SheetImportDto> answer(
      CurrentUser user, RecordSheet<?> form, ImportAttempt attempt) {
    return HttpResponse.ok(shown(user, form, attempt))
        .header(HttpHeaders.ETAG, ETags.of(attempt.version()));
  }

  public ImportErrorPageDto errors(
      RecordSheet<?> form, UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("import-errors", importId);
    Page<ImportFault> page =
        log.faults(
                callers.current(), form.subject(), importId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportErrorPageDto()
        .items(page.items().stream().map(ImportModels::error).toList())
        .nextCursor(cursors.next(page));
  }

  public HttpResponse<FileCustomizableResponseType> marked(RecordSheet<?> form, UUID importId) {
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        log.find(user, form.subject(), importId)
            .filter(marked::isKept)
            .orElseThrow(() -> ProblemException.notFound("marked workbook"));
    // Before the first byte: afterwards the file could only break off.
    marked
        .refusal(attempt)
        .ifPresent(
            why -> {
              throw ProblemException.of(ProblemType.NOT_FOUND, NOT_GIVEN_BACK.formatted(why));
            });
    return downloads.table(
        "marked-" + importId, TableFormat.XLSX, out -> marked.write(user, form, attempt, out));
  }

  private SheetImportDto shown(CurrentUser user, RecordSheet<?> form, ImportAttempt attempt) {
    List<ImportFault> faults =
        attempt.errorCount() == 0
            ? List.of()
            : log.faults(user, form.subject(), attempt.id(), PageRequest.first(ERRORS_SHOWN))
                .orElseThrow()
                .items();
    return ImportModels.upload(form.columns(), attempt, faults);
  }
}

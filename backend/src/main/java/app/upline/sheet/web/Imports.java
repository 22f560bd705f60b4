package app.upline.sheet.web;

import app.upline.api.model.ColumnMapping;
import app.upline.api.model.ImportErrorPage;
import app.upline.api.model.ImportMode;
import app.upline.api.model.OnFilteredRows;
import app.upline.api.model.OnImportError;
import app.upline.api.model.OnPossibleDuplicate;
import app.upline.api.model.SheetImport;
import app.upline.api.model.SheetImportPage;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.upload.UploadedSheets;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportFault;
import app.upline.sheet.ImportLog;
import app.upline.sheet.MarkedWorkbook;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.SheetImporter;
import app.upline.sheet.UploadRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the upload operations of every kind of record do; they differ in the sheet and in what
 * becomes of its rows.
 */
@Singleton
public final class Imports {

  private static final int ERRORS_SHOWN = 1_000;

  private final Callers callers;
  private final SheetImporter importer;
  private final ImportLog log;
  private final MarkedWorkbook marked;
  private final Uploads uploads;
  private final Downloads downloads;

  Imports(
      Callers callers,
      SheetImporter importer,
      ImportLog log,
      MarkedWorkbook marked,
      Uploads uploads,
      Downloads downloads) {
    this.callers = callers;
    this.importer = importer;
    this.log = log;
    this.marked = marked;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  /** The parts of an upload beside the file; what is null was not sent. */
  public record Parts(
      @Nullable ImportMode mode,
      @Nullable OnImportError onError,
      @Nullable OnPossibleDuplicate onPossibleDuplicate,
      @Nullable OnFilteredRows onFilteredRows,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      @Nullable String mapping,
      @Nullable Boolean confirmGuesses) {

    BulkOptions options() {
      return new BulkOptions(
          mode == ImportMode.COMMIT,
          onError == OnImportError.SKIP_FAULTY_ROWS,
          BulkOptions.PossibleDuplicate.valueOf(
              onPossibleDuplicate == null ? "REPORT" : onPossibleDuplicate.name()));
    }
  }

  public ColumnMapping propose(
      RecordSheet<?> form,
      CompletedFileUpload file,
      @Nullable String sheet,
      @Nullable Integer headerRow) {
    return uploads.read(
        file,
        path ->
            ImportModels.mapping(form.columns(), importer.propose(form, path, sheet, headerRow)));
  }

  /**
   * @param path of the collection of uploads, for {@code Location}
   */
  public <E> HttpResponse<SheetImport> upload(
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
            Boolean.TRUE.equals(parts.confirmGuesses()),
            UploadRequest.FilteredRows.valueOf(
                parts.onFilteredRows() == null ? "REPORT" : parts.onFilteredRows().name()));
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        uploads.read(file, stored -> importer.upload(user, form, bulk, stored, request));
    return HttpResponse.created(shown(user, form, attempt))
        .header(HttpHeaders.LOCATION, path + "/" + attempt.id());
  }

  public SheetImportPage list(
      RecordSheet<?> form, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("imports", form.subject());
    Page<ImportAttempt> page =
        log.list(callers.current(), form.subject(), cursors.request(cursor, limit, false));
    return new SheetImportPage()
        .items(
            page.items().stream()
                .map(attempt -> ImportModels.upload(form.columns(), attempt, List.of()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  public SheetImport find(RecordSheet<?> form, UUID importId) {
    CurrentUser user = callers.current();
    return shown(
        user,
        form,
        log.find(user, form.subject(), importId)
            .orElseThrow(() -> ProblemException.notFound("upload")));
  }

  public ImportErrorPage errors(
      RecordSheet<?> form, UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("import-errors", importId);
    Page<ImportFault> page =
        log.faults(
                callers.current(), form.subject(), importId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportErrorPage()
        .items(page.items().stream().map(ImportModels::error).toList())
        .nextCursor(cursors.next(page));
  }

  public HttpResponse<FileCustomizableResponseType> marked(RecordSheet<?> form, UUID importId) {
    ImportAttempt attempt =
        log.find(callers.current(), form.subject(), importId)
            .filter(marked::isKept)
            .orElseThrow(() -> ProblemException.notFound("marked workbook"));
    return downloads.table(
        "marked-" + importId, TableFormat.XLSX, out -> marked.write(attempt, out));
  }

  private SheetImport shown(CurrentUser user, RecordSheet<?> form, ImportAttempt attempt) {
    List<ImportFault> faults =
        attempt.errorCount() == 0
            ? List.of()
            : log.faults(user, form.subject(), attempt.id(), PageRequest.first(ERRORS_SHOWN))
                .orElseThrow()
                .items();
    return ImportModels.upload(form.columns(), attempt, faults);
  }
}

package app.upline.sheet.web;

import app.upline.api.model.ColumnMappingDto;
import app.upline.api.model.ImportCorrectionsDto;
import app.upline.api.model.ImportErrorPageDto;
import app.upline.api.model.ImportRowPageDto;
import app.upline.api.model.ImportStatusDto;
import app.upline.api.model.SheetImportDto;
import app.upline.api.model.SheetImportPageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.upload.UploadedSheets;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportCorrections;
import app.upline.sheet.ImportFault;
import app.upline.sheet.ImportJobs;
import app.upline.sheet.ImportReading;
import app.upline.sheet.MarkedWorkbook;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.RowToCorrect;
import app.upline.sheet.SheetImporter;
import app.upline.sheet.SheetKind;
import app.upline.sheet.UploadRequest;
import app.upline.sheet.UploadSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
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

  private static final int BUSY_SECONDS = 10;
  private static final int ERRORS_SHOWN = 1_000;
  private static final String NOT_GIVEN_BACK =
      "There is no marked copy of this upload: such files are not taken in any more. %s Its errors"
          + " are listed under /errors.";

  private final CurrentUserProvider callers;
  private final SheetImporter importer;
  private final ImportReading reading;
  private final ImportCorrections corrections;
  private final ImportJobs jobs;
  private final MarkedWorkbook marked;
  private final Uploads uploads;
  private final Downloads downloads;
  private final UploadSettings settings;

  Imports(
      CurrentUserProvider callers,
      SheetImporter importer,
      ImportReading reading,
      ImportCorrections corrections,
      ImportJobs jobs,
      MarkedWorkbook marked,
      Uploads uploads,
      Downloads downloads,
      UploadSettings settings) {
    this.callers = callers;
    this.importer = importer;
    this.reading = reading;
    this.corrections = corrections;
    this.jobs = jobs;
    this.settings = settings;
    this.marked = marked;
    this.uploads = uploads;
    this.downloads = downloads;
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
      SheetKind<E> kind, String path, CompletedFileUpload file, UploadParts parts) {
    UploadRequest request =
        parts.request(UploadedSheets.name(file), uploads.mapping(parts.mapping()));
    CurrentUser user = callers.current();
    RecordSheet<E> form = kind.form();
    boolean later = file.getSize() > settings.waitedForBytes();
    if (later && !jobs.hasRoom(user)) {
      throw ProblemException.of(
              ProblemType.TOO_MUCH_AT_ONCE,
              "Your agency has too many uploads that wait to be taken in; try again when one of them is done.")
          .retryAfter(BUSY_SECONDS);
    }
    ImportAttempt attempt =
        uploads.read(
            file,
            stored ->
                later
                    ? jobs.put(user, form, stored, request)
                    : importer.upload(user, form, kind.bulk(request.carrierId()), stored, request));
    return HttpResponse.<SheetImportDto>status(later ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
        .body(shown(user, form, attempt))
        .header(HttpHeaders.LOCATION, path + "/" + attempt.id())
        .header(HttpHeaders.ETAG, ETags.of(attempt.tag()));
  }

  public SheetImportPageDto list(
      RecordSheet<?> form,
      @Nullable ImportStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("imports", form.subject(), status, order);
    Page<ImportAttempt> page =
        reading.list(
            callers.current(),
            form.subject(),
            ImportCodes.STATUSES.toDomainOrNull(status),
            order,
            cursors.request(cursor, limit, false));
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
        reading
            .rows(user, form.subject(), importId, faulty, wanted)
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportRowPageDto()
        .items(page.items().stream().map(models::row).toList())
        .nextCursor(cursors.next(page));
  }

  public <E> HttpResponse<SheetImportDto> correct(
      SheetKind<E> kind, UUID importId, @Nullable String ifMatch, ImportCorrectionsDto wanted) {
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        corrections
            .correct(
                user, kind, importId, ETags.expected(ifMatch), ImportRequests.corrections(wanted))
            .orElseThrow(ProblemException::of);
    HttpStatus status = attempt.progress() == null ? HttpStatus.OK : HttpStatus.ACCEPTED;
    return answer(user, kind.form(), attempt).status(status);
  }

  public HttpResponse<SheetImportDto> cancel(SheetKind<?> kind, UUID importId) {
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        jobs.cancel(user, kind.form().subject(), importId).orElseThrow(ProblemException::of);
    return answer(user, kind.form(), attempt);
  }

  private ImportAttempt attempt(CurrentUser user, RecordSheet<?> form, UUID importId) {
    return reading
        .find(user, form.subject(), importId)
        .orElseThrow(() -> ProblemException.notFound("upload"));
  }

  private MutableHttpResponse<SheetImportDto> answer(
      CurrentUser user, RecordSheet<?> form, ImportAttempt attempt) {
    return HttpResponse.ok(shown(user, form, attempt))
        .header(HttpHeaders.ETAG, ETags.of(attempt.tag()));
  }

  public ImportErrorPageDto errors(
      RecordSheet<?> form, UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("import-errors", importId);
    Page<ImportFault> page =
        reading
            .faults(
                callers.current(), form.subject(), importId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportErrorPageDto()
        .items(page.items().stream().map(ImportModels::error).toList())
        .nextCursor(cursors.next(page));
  }

  public HttpResponse<FileCustomizableResponseType> marked(RecordSheet<?> form, UUID importId) {
    CurrentUser user = callers.current();
    ImportAttempt attempt =
        reading
            .find(user, form.subject(), importId)
            .filter(marked::isKept)
            .orElseThrow(() -> ProblemException.notFound("marked workbook"));
    // Before the first byte: afterwards the file could only break off.
    marked
        .refusal(user, attempt)
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
            : reading
                .faults(user, form.subject(), attempt.id(), PageRequest.first(ERRORS_SHOWN))
                .orElseThrow()
                .items();
    return ImportModels.upload(form.columns(), attempt, faults);
  }
}

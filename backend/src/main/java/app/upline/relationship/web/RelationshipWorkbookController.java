package app.upline.relationship.web;

import app.upline.api.RelationshipWorkbooksApi;
import app.upline.api.model.ColumnMapping;
import app.upline.api.model.EntityType;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.ImportErrorPage;
import app.upline.api.model.ImportMode;
import app.upline.api.model.OnImportError;
import app.upline.api.model.OnPossibleDuplicate;
import app.upline.api.model.RelationshipImport;
import app.upline.api.model.RelationshipImportPage;
import app.upline.api.model.RelationshipSort;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.TpmoFunction;
import app.upline.api.model.UsState;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.problem.ProblemException;
import app.upline.relationship.BulkOptions;
import app.upline.relationship.ImportAttempt;
import app.upline.relationship.ImportFault;
import app.upline.relationship.ImportLog;
import app.upline.relationship.workbook.MarkedWorkbook;
import app.upline.relationship.workbook.RelationshipExport;
import app.upline.relationship.workbook.RelationshipImporter;
import app.upline.relationship.workbook.UploadRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipWorkbookController implements RelationshipWorkbooksApi {

  private static final int ERRORS_SHOWN = 1_000;

  private final Callers callers;
  private final RelationshipExport export;
  private final RelationshipImporter importer;
  private final MarkedWorkbook marked;
  private final ImportLog log;
  private final Uploads uploads;
  private final Downloads downloads;

  RelationshipWorkbookController(
      Callers callers,
      RelationshipExport export,
      RelationshipImporter importer,
      MarkedWorkbook marked,
      ImportLog log,
      Uploads uploads,
      Downloads downloads) {
    this.callers = callers;
    this.export = export;
    this.importer = importer;
    this.marked = marked;
    this.log = log;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  @Override
  public HttpResponse<FileCustomizableResponseType> exportRelationships(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSort sort,
      @Nullable ExportFormat format) {
    Filters filters =
        Filters.of(
            q, function, entityType, state, status, changedSince, undisclosedTo, upstreamId, sort);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "relationships",
        wanted,
        out -> {
          switch (wanted) {
            case XLSX -> export.xlsx(user, filters.filter(), filters.sort(), out);
            case CSV -> export.csv(user, filters.filter(), filters.sort(), out);
          }
        });
  }

  @Override
  public HttpResponse<FileCustomizableResponseType> getRelationshipTemplate(
      @Nullable Boolean includeRows) {
    CurrentUser user = callers.current();
    boolean filled = Boolean.TRUE.equals(includeRows);
    return downloads.table(
        filled ? "tpmo-relationships-filled" : "tpmo-relationships-template",
        TableFormat.XLSX,
        out -> export.template(user, filled, out));
  }

  @Override
  public ColumnMapping proposeRelationshipMapping(
      CompletedFileUpload file, @Nullable String sheet, @Nullable Integer headerRow) {
    return uploads.read(
        file, path -> RegisterModels.mapping(importer.propose(path, sheet, headerRow)));
  }

  @Override
  @Idempotent(ownTransaction = true)
  public HttpResponse<RelationshipImport> importRelationships(
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
      @Nullable ImportMode mode,
      @Nullable OnImportError onError,
      @Nullable OnPossibleDuplicate onPossibleDuplicate,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      @Nullable String mapping) {
    BulkOptions options =
        new BulkOptions(
            mode == ImportMode.COMMIT,
            onError == OnImportError.SKIP_FAULTY_ROWS,
            BulkOptions.PossibleDuplicate.valueOf(
                onPossibleDuplicate == null ? "REPORT" : onPossibleDuplicate.name()));
    UploadRequest request =
        new UploadRequest(Uploads.name(file), options, sheet, headerRow, uploads.mapping(mapping));
    CurrentUser user = callers.current();
    ImportAttempt attempt = uploads.read(file, path -> importer.upload(user, path, request));
    return HttpResponse.created(shown(user, attempt))
        .header(HttpHeaders.LOCATION, "/v1/relationship-imports/" + attempt.id());
  }

  @Override
  public RelationshipImportPage listRelationshipImports(
      @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("imports");
    Page<ImportAttempt> page = log.list(callers.current(), cursors.request(cursor, limit, false));
    return new RelationshipImportPage()
        .items(
            page.items().stream()
                .map(attempt -> RegisterModels.upload(attempt, List.of()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public RelationshipImport getRelationshipImport(UUID importId) {
    CurrentUser user = callers.current();
    return shown(
        user, log.find(user, importId).orElseThrow(() -> ProblemException.notFound("upload")));
  }

  @Override
  public ImportErrorPage listRelationshipImportErrors(
      UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("import-errors", importId);
    Page<ImportFault> page =
        log.faults(callers.current(), importId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("upload"));
    return new ImportErrorPage()
        .items(page.items().stream().map(RegisterModels::error).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<FileCustomizableResponseType> getMarkedWorkbook(UUID importId) {
    ImportAttempt attempt =
        log.find(callers.current(), importId)
            .filter(marked::isKept)
            .orElseThrow(() -> ProblemException.notFound("marked workbook"));
    return downloads.table(
        "marked-" + importId, TableFormat.XLSX, out -> marked.write(attempt, out));
  }

  private RelationshipImport shown(CurrentUser user, ImportAttempt attempt) {
    List<ImportFault> faults =
        attempt.errorCount() == 0
            ? List.of()
            : log.faults(user, attempt.id(), PageRequest.first(ERRORS_SHOWN)).orElseThrow().items();
    return RegisterModels.upload(attempt, faults);
  }
}

package app.upline.incident.web;

import app.upline.api.IncidentWorkbooksApi;
import app.upline.api.model.ColumnMappingDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.ImportCorrectionsDto;
import app.upline.api.model.ImportErrorPageDto;
import app.upline.api.model.ImportRowPageDto;
import app.upline.api.model.ImportStatusDto;
import app.upline.api.model.IncidentSortDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.OnFilteredRowsDto;
import app.upline.api.model.OnImportErrorDto;
import app.upline.api.model.OnPossibleDuplicateDto;
import app.upline.api.model.RevealRequestDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SheetImportDto;
import app.upline.api.model.SheetImportPageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.api.model.WriteModeDto;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.incident.workbook.IncidentExport;
import app.upline.incident.workbook.IncidentSheet;
import app.upline.incident.workbook.IncidentSheetKind;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.personal.RevealReason;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.sheet.web.Imports;
import app.upline.sheet.web.UploadParts;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class IncidentWorkbookController implements IncidentWorkbooksApi {

  private static final String PATH = "/v1/incident-imports";
  private static final IncidentSheet FORM = IncidentSheet.FORM;

  private final CurrentUserProvider callers;
  private final IncidentExport export;
  private final IncidentSheetKind kind;
  private final Imports imports;
  private final Downloads downloads;
  private final AuditTrail audit;

  IncidentWorkbookController(
      CurrentUserProvider callers,
      IncidentExport export,
      IncidentSheetKind kind,
      Imports imports,
      Downloads downloads,
      AuditTrail audit) {
    this.callers = callers;
    this.export = export;
    this.kind = kind;
    this.imports = imports;
    this.downloads = downloads;
    this.audit = audit;
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable Boolean voided,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    IncidentFilters filters =
        IncidentFilters.of(
            q,
            period,
            carrierId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            undisclosed,
            voided,
            changedSince,
            sort,
            direction);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "incidents",
        wanted,
        out -> export.table(user, filters.filter(), filters.order(), wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportUnredactedIncidents(
      RevealRequestDto request,
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable Boolean voided,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    IncidentFilters filters =
        IncidentFilters.of(
            q,
            period,
            carrierId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            undisclosed,
            voided,
            changedSince,
            sort,
            direction);
    CurrentUser user = callers.current();
    RevealReason reason = new RevealReason(request.getReason());
    if (!reason.faults().isEmpty()) {
      throw ProblemException.invalid(reason.faults());
    }
    // On record before the first byte leaves.
    audit.read("agency", user.agencyId(), null);
    audit.because(reason.text());
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "incidents-unredacted",
        wanted,
        out -> export.unredactedTable(user, filters.filter(), filters.order(), wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadIncidentTemplate(
      @Nullable Boolean includeRows) {
    CurrentUser user = callers.current();
    boolean filled = Boolean.TRUE.equals(includeRows);
    return downloads.table(
        filled ? "incidents-filled" : "incidents-template",
        TableFormat.XLSX,
        out -> export.template(user, filled, out));
  }

  @Override
  @LongWork
  public ColumnMappingDto proposeIncidentMapping(
      CompletedFileUpload file, @Nullable String sheet, @Nullable Integer headerRow) {
    return imports.propose(FORM, file, sheet, headerRow);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImportDto> importIncidents(
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
      @Nullable UUID carrierId,
      @Nullable WriteModeDto mode,
      @Nullable OnImportErrorDto onError,
      @Nullable OnPossibleDuplicateDto onPossibleDuplicate,
      @Nullable OnFilteredRowsDto onFilteredRows,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      @Nullable String mapping,
      @Nullable Boolean confirmGuesses,
      @Nullable Boolean recallMapping,
      @Nullable Boolean rememberMapping) {
    return imports.upload(
        kind,
        PATH,
        file,
        new UploadParts(
            mode,
            onError,
            onPossibleDuplicate,
            onFilteredRows,
            sheet,
            headerRow,
            mapping,
            confirmGuesses,
            recallMapping,
            rememberMapping,
            carrierId));
  }

  @Override
  public SheetImportPageDto listIncidentImports(
      @Nullable ImportStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return imports.list(FORM, status, direction, cursor, limit);
  }

  @Override
  public HttpResponse<SheetImportDto> getIncidentImport(
      UUID incidentImportId, @Nullable String ifNoneMatch) {
    return imports.find(FORM, incidentImportId);
  }

  @Override
  public ImportRowPageDto listIncidentImportRows(
      UUID incidentImportId,
      @Nullable Boolean faulty,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return imports.rows(FORM, incidentImportId, faulty, cursor, limit);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImportDto> correctIncidentImport(
      UUID incidentImportId,
      @Nullable String ifMatch,
      ImportCorrectionsDto corrections,
      @Nullable String idempotencyKey) {
    return imports.correct(kind, incidentImportId, ifMatch, corrections);
  }

  @Override
  @Idempotent
  public HttpResponse<SheetImportDto> cancelIncidentImport(
      UUID incidentImportId, @Nullable String idempotencyKey) {
    return imports.cancel(kind, incidentImportId);
  }

  @Override
  public ImportErrorPageDto listIncidentImportErrors(
      UUID incidentImportId, @Nullable String cursor, @Nullable Integer limit) {
    return imports.errors(FORM, incidentImportId, cursor, limit);
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadMarkedIncidentWorkbook(
      UUID incidentImportId) {
    return imports.marked(FORM, incidentImportId);
  }
}

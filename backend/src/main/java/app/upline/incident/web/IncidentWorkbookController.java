package app.upline.incident.web;

import app.upline.api.IncidentWorkbooksApi;
import app.upline.api.model.ColumnMapping;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.ImportErrorPage;
import app.upline.api.model.ImportMode;
import app.upline.api.model.IncidentSort;
import app.upline.api.model.IncidentSource;
import app.upline.api.model.InvestigationOutcome;
import app.upline.api.model.OnFilteredRows;
import app.upline.api.model.OnImportError;
import app.upline.api.model.OnPossibleDuplicate;
import app.upline.api.model.RevealRequest;
import app.upline.api.model.Severity;
import app.upline.api.model.SheetImport;
import app.upline.api.model.SheetImportPage;
import app.upline.api.model.UsState;
import app.upline.api.model.ViolationCategory;
import app.upline.audit.AuditTrail;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.incident.IncidentBulk;
import app.upline.incident.workbook.IncidentExport;
import app.upline.incident.workbook.IncidentSheet;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.personal.RevealReason;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.sheet.web.Imports;
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

  private final Callers callers;
  private final IncidentExport export;
  private final IncidentBulk bulk;
  private final Imports imports;
  private final Downloads downloads;
  private final AuditTrail audit;

  IncidentWorkbookController(
      Callers callers,
      IncidentExport export,
      IncidentBulk bulk,
      Imports imports,
      Downloads downloads,
      AuditTrail audit) {
    this.callers = callers;
    this.export = export;
    this.bulk = bulk;
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
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSort sort,
      @Nullable ExportFormat format) {
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
            changedSince,
            sort);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "incidents",
        wanted,
        out -> export.table(user, filters.filter(), filters.sort(), wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportUnredactedIncidents(
      RevealRequest request,
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSort sort,
      @Nullable ExportFormat format) {
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
            changedSince,
            sort);
    CurrentUser user = callers.current();
    RevealReason reason = new RevealReason(request.getReason());
    if (!reason.faults().isEmpty()) {
      throw ProblemException.invalid(reason.faults());
    }
    // On record before the first byte leaves.
    audit.read("agency", user.agencyId(), null);
    audit.because(reason.text());
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        "incidents-unredacted",
        wanted,
        out -> export.unredactedTable(user, filters.filter(), filters.sort(), wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getIncidentTemplate(
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
  public ColumnMapping proposeIncidentMapping(
      CompletedFileUpload file, @Nullable String sheet, @Nullable Integer headerRow) {
    return imports.propose(FORM, file, sheet, headerRow);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImport> importIncidents(
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
      @Nullable UUID carrierId,
      @Nullable ImportMode mode,
      @Nullable OnImportError onError,
      @Nullable OnPossibleDuplicate onPossibleDuplicate,
      @Nullable OnFilteredRows onFilteredRows,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      @Nullable String mapping,
      @Nullable Boolean confirmGuesses) {
    return imports.upload(
        FORM,
        bulk.forCarrier(carrierId),
        PATH,
        file,
        new Imports.Parts(
            mode,
            onError,
            onPossibleDuplicate,
            onFilteredRows,
            sheet,
            headerRow,
            mapping,
            confirmGuesses));
  }

  @Override
  public SheetImportPage listIncidentImports(@Nullable String cursor, @Nullable Integer limit) {
    return imports.list(FORM, cursor, limit);
  }

  @Override
  public SheetImport getIncidentImport(UUID incidentImportId) {
    return imports.find(FORM, incidentImportId);
  }

  @Override
  public ImportErrorPage listIncidentImportErrors(
      UUID incidentImportId, @Nullable String cursor, @Nullable Integer limit) {
    return imports.errors(FORM, incidentImportId, cursor, limit);
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getMarkedIncidentWorkbook(
      UUID incidentImportId) {
    return imports.marked(FORM, incidentImportId);
  }
}

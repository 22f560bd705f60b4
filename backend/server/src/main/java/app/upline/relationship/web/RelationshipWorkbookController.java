package app.upline.relationship.web;

import app.upline.api.RelationshipWorkbooksApi;
import app.upline.api.model.ColumnMappingDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.ImportCorrectionsDto;
import app.upline.api.model.ImportErrorPageDto;
import app.upline.api.model.ImportRowPageDto;
import app.upline.api.model.ImportStatusDto;
import app.upline.api.model.OnFilteredRowsDto;
import app.upline.api.model.OnImportErrorDto;
import app.upline.api.model.OnPossibleDuplicateDto;
import app.upline.api.model.RelationshipSortDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.SheetImportDto;
import app.upline.api.model.SheetImportPageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.WriteModeDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.share.LongWork;
import app.upline.relationship.workbook.RelationshipExport;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.relationship.workbook.RelationshipSheetKind;
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
class RelationshipWorkbookController implements RelationshipWorkbooksApi {

  private static final String PATH = "/v1/relationship-imports";
  private static final RelationshipSheet FORM = RelationshipSheet.FORM;

  private final CurrentUserProvider callers;
  private final RelationshipExport export;
  private final RelationshipSheetKind kind;
  private final Imports imports;
  private final Downloads downloads;

  RelationshipWorkbookController(
      CurrentUserProvider callers,
      RelationshipExport export,
      RelationshipSheetKind kind,
      Imports imports,
      Downloads downloads) {
    this.callers = callers;
    this.export = export;
    this.kind = kind;
    this.imports = imports;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportRelationships(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    Filters filters =
        Filters.of(
            q,
            function,
            entityType,
            state,
            status,
            changedSince,
            undisclosedTo,
            upstreamId,
            sort,
            direction);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "relationships",
        wanted,
        out -> export.table(user, filters.filter(), filters.order(), wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadRelationshipTemplate(
      @Nullable Boolean includeRows) {
    CurrentUser user = callers.current();
    boolean filled = Boolean.TRUE.equals(includeRows);
    return downloads.table(
        filled ? "tpmo-relationships-filled" : "tpmo-relationships-template",
        TableFormat.XLSX,
        out -> export.template(user, filled, out));
  }

  @Override
  @LongWork
  public ColumnMappingDto proposeRelationshipMapping(
      CompletedFileUpload file, @Nullable String sheet, @Nullable Integer headerRow) {
    return imports.propose(FORM, file, sheet, headerRow);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImportDto> importRelationships(
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
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
            null));
  }

  @Override
  public SheetImportPageDto listRelationshipImports(
      @Nullable ImportStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    return imports.list(FORM, status, direction, cursor, limit);
  }

  @Override
  public HttpResponse<SheetImportDto> getRelationshipImport(
      UUID importId, @Nullable String ifNoneMatch) {
    return imports.find(FORM, importId);
  }

  @Override
  public ImportRowPageDto listRelationshipImportRows(
      UUID importId, @Nullable Boolean faulty, @Nullable String cursor, @Nullable Integer limit) {
    return imports.rows(FORM, importId, faulty, cursor, limit);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImportDto> correctRelationshipImport(
      UUID importId,
      @Nullable String ifMatch,
      ImportCorrectionsDto corrections,
      @Nullable String idempotencyKey) {
    return imports.correct(kind, importId, ifMatch, corrections);
  }

  @Override
  @Idempotent
  public HttpResponse<SheetImportDto> cancelRelationshipImport(
      UUID importId, @Nullable String idempotencyKey) {
    return imports.cancel(kind, importId);
  }

  @Override
  public ImportErrorPageDto listRelationshipImportErrors(
      UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    return imports.errors(FORM, importId, cursor, limit);
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadMarkedRelationshipWorkbook(
      UUID importId) {
    return imports.marked(FORM, importId);
  }
}

package app.upline.relationship.web;

import app.upline.api.RelationshipWorkbooksApi;
import app.upline.api.model.ColumnMapping;
import app.upline.api.model.EntityType;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.ImportErrorPage;
import app.upline.api.model.ImportMode;
import app.upline.api.model.OnFilteredRows;
import app.upline.api.model.OnImportError;
import app.upline.api.model.OnPossibleDuplicate;
import app.upline.api.model.RelationshipSort;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.SheetImport;
import app.upline.api.model.SheetImportPage;
import app.upline.api.model.TpmoFunction;
import app.upline.api.model.UsState;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.share.LongWork;
import app.upline.relationship.RelationshipBulk;
import app.upline.relationship.workbook.RelationshipExport;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.sheet.web.Imports;
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

  private final Callers callers;
  private final RelationshipExport export;
  private final RelationshipBulk bulk;
  private final Imports imports;
  private final Downloads downloads;

  RelationshipWorkbookController(
      Callers callers,
      RelationshipExport export,
      RelationshipBulk bulk,
      Imports imports,
      Downloads downloads) {
    this.callers = callers;
    this.export = export;
    this.bulk = bulk;
    this.imports = imports;
    this.downloads = downloads;
  }

  @Override
  @LongWork
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
        out -> export.table(user, filters.filter(), filters.sort(), wanted, out));
  }

  @Override
  @LongWork
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
  @LongWork
  public ColumnMapping proposeRelationshipMapping(
      CompletedFileUpload file, @Nullable String sheet, @Nullable Integer headerRow) {
    return imports.propose(FORM, file, sheet, headerRow);
  }

  @Override
  @LongWork
  @Idempotent(ownTransaction = true)
  public HttpResponse<SheetImport> importRelationships(
      CompletedFileUpload file,
      @Nullable String idempotencyKey,
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
        bulk,
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
  public SheetImportPage listRelationshipImports(@Nullable String cursor, @Nullable Integer limit) {
    return imports.list(FORM, cursor, limit);
  }

  @Override
  public SheetImport getRelationshipImport(UUID importId) {
    return imports.find(FORM, importId);
  }

  @Override
  public ImportErrorPage listRelationshipImportErrors(
      UUID importId, @Nullable String cursor, @Nullable Integer limit) {
    return imports.errors(FORM, importId, cursor, limit);
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getMarkedWorkbook(UUID importId) {
    return imports.marked(FORM, importId);
  }
}

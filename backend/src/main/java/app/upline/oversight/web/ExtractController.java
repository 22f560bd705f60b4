package app.upline.oversight.web;

import static app.upline.oversight.web.Answers.seen;
import static app.upline.oversight.web.Answers.time;

import app.upline.api.ExtractsApi;
import app.upline.api.model.ExportFormat;
import app.upline.api.model.Extract;
import app.upline.api.model.ExtractDraft;
import app.upline.api.model.ExtractKind;
import app.upline.api.model.ExtractPage;
import app.upline.api.model.ExtractRow;
import app.upline.api.model.ExtractRowPage;
import app.upline.api.model.ExtractState;
import app.upline.identity.Callers;
import app.upline.oversight.ExtractService;
import app.upline.oversight.Outcome;
import app.upline.oversight.workbook.ExtractTable;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ExtractController implements ExtractsApi {

  private final Callers callers;
  private final ExtractService extracts;
  private final Downloads downloads;

  ExtractController(Callers callers, ExtractService extracts, Downloads downloads) {
    this.callers = callers;
    this.extracts = extracts;
    this.downloads = downloads;
  }

  @Override
  public ExtractPage listExtracts(
      @Nullable ExtractKind kind, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("extracts", kind);
    Page<app.upline.oversight.Extract> page =
        extracts.page(callers.current(), kind(kind), cursors.request(cursor, limit, false));
    return new ExtractPage()
        .items(page.items().stream().map(ExtractController::extract).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<Extract> createExtract(ExtractDraft draft, @Nullable String idempotencyKey) {
    MutableHttpResponse<Extract> answer =
        answer(extracts.draft(callers.current(), kind(draft.getKind()), draft.getPeriod()));
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/extracts/" + answer.body().getId());
  }

  @Override
  public HttpResponse<Extract> getExtract(UUID extractId) {
    return answer(new Outcome.Done<>(find(extractId)));
  }

  @Override
  @LongWork
  public ExtractRowPage listExtractRows(
      UUID extractId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("extract-rows", extractId);
    PageRequest request = cursors.request(cursor, limit, false);
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    List<app.upline.oversight.ExtractRow> rows =
        extracts
            .rows(callers.current(), extractId, after, request.limit() + 1)
            .orElseThrow(ExtractController::notFound);
    Page<app.upline.oversight.ExtractRow> page =
        Page.of(rows, request.limit(), row -> List.of(Integer.toString(row.number())));
    return new ExtractRowPage()
        .items(
            page.items().stream()
                .map(row -> new ExtractRow().number(row.number()).values(row.values()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadExtract(
      UUID extractId, @Nullable ExportFormat format) {
    app.upline.oversight.Extract extract = find(extractId);
    TableFormat wanted = downloads.wanted(format == null ? null : format.name());
    return downloads.table(
        name(extract),
        wanted,
        out ->
            ExtractTable.write(extract, extracts.allRows(extract), wanted == TableFormat.CSV, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getExtractContent(UUID extractId) {
    app.upline.oversight.Extract extract = find(extractId);
    byte[] content = extracts.content(extract).orElseThrow(ExtractController::notFound);
    return downloads.file(
        name(extract) + ".ndjson", "application/x-ndjson", out -> out.write(content));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Extract> finalizeExtract(
      UUID extractId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(extracts.finish(callers.current(), extractId, seen(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<Extract> discardExtract(
      UUID extractId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(extracts.discard(callers.current(), extractId, seen(ifMatch)));
  }

  private app.upline.oversight.Extract find(UUID extractId) {
    return extracts.find(callers.current(), extractId).orElseThrow(ExtractController::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("extract");
  }

  private static String name(app.upline.oversight.Extract extract) {
    var seal = extract.seal();
    return "%s-%s-%s"
        .formatted(
            extract.kind().fileName(),
            extract.period(),
            seal == null ? "draft" : "v" + seal.number());
  }

  private static app.upline.oversight.@Nullable ExtractKind kind(@Nullable ExtractKind kind) {
    return kind == null ? null : app.upline.oversight.ExtractKind.valueOf(kind.name());
  }

  private static MutableHttpResponse<Extract> answer(
      Outcome<app.upline.oversight.Extract> outcome) {
    app.upline.oversight.Extract extract = Answers.of(outcome, "extract");
    return HttpResponse.ok(extract(extract)).header(HttpHeaders.ETAG, ETags.of(extract.version()));
  }

  private static Extract extract(app.upline.oversight.Extract extract) {
    Extract model =
        new Extract()
            .id(extract.id())
            .kind(ExtractKind.valueOf(extract.kind().name()))
            .period(extract.period().toString())
            .state(ExtractState.valueOf(extract.state().name()))
            .createdAt(time(extract.createdAt()))
            .createdBy(extract.createdBy());
    var seal = extract.seal();
    return seal == null
        ? model
        : model
            .version(seal.number())
            .rowCount(seal.rowCount())
            .contentSha256(seal.contentSha256())
            .finalizedAt(time(seal.at()))
            .finalizedBy(seal.by());
  }
}

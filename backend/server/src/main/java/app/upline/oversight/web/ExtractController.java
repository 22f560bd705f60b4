package app.upline.oversight.web;

import static app.upline.oversight.web.Times.time;

import app.upline.api.ExtractsApi;
import app.upline.api.model.CmsExtractDraftDto;
import app.upline.api.model.CmsExtractDto;
import app.upline.api.model.CmsExtractKindDto;
import app.upline.api.model.CmsExtractPageDto;
import app.upline.api.model.CmsExtractRowDto;
import app.upline.api.model.CmsExtractRowPageDto;
import app.upline.api.model.CmsExtractStateDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.oversight.Extract;
import app.upline.oversight.ExtractFilter;
import app.upline.oversight.ExtractKind;
import app.upline.oversight.ExtractRow;
import app.upline.oversight.ExtractService;
import app.upline.oversight.workbook.ExtractTable;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Months;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
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

  private final CurrentUserProvider callers;
  private final ExtractService extracts;
  private final Downloads downloads;

  ExtractController(CurrentUserProvider callers, ExtractService extracts, Downloads downloads) {
    this.callers = callers;
    this.extracts = extracts;
    this.downloads = downloads;
  }

  @Override
  public CmsExtractPageDto listExtracts(
      @Nullable CmsExtractKindDto kind,
      @Nullable String period,
      @Nullable CmsExtractStateDto state,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    ExtractFilter filter =
        new ExtractFilter(
            kind(kind),
            Months.ofQuery("period", period),
            OversightCodes.EXTRACT_STATES.toDomainOrNull(state));
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("extracts", filter, order);
    Page<Extract> page =
        extracts.page(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new CmsExtractPageDto()
        .items(page.items().stream().map(ExtractController::extract).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<CmsExtractDto> createExtract(
      CmsExtractDraftDto draft, @Nullable String idempotencyKey) {
    MutableHttpResponse<CmsExtractDto> answer =
        answer(extracts.draft(callers.current(), kind(draft.getKind()), draft.getPeriod()));
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/extracts/" + answer.body().getId());
  }

  @Override
  public HttpResponse<CmsExtractDto> getExtract(UUID extractId) {
    return answer(find(extractId));
  }

  @Override
  @LongWork
  public CmsExtractRowPageDto listExtractRows(
      UUID extractId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("extract-rows", extractId);
    PageRequest request = cursors.request(cursor, limit, false);
    int after = request.isFirst() ? 0 : Integer.parseInt(request.after().getFirst());
    List<ExtractRow> rows =
        extracts
            .rows(callers.current(), extractId, after, request.limit() + 1)
            .orElseThrow(ExtractController::notFound);
    Page<ExtractRow> page =
        Page.of(rows, request.limit(), row -> List.of(Integer.toString(row.number())));
    return new CmsExtractRowPageDto()
        .items(
            page.items().stream()
                .map(row -> new CmsExtractRowDto().number(row.number()).values(row.values()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportExtract(
      UUID extractId, @Nullable ExportFormatDto format) {
    Extract extract = find(extractId);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        name(extract),
        wanted,
        out ->
            ExtractTable.write(extract, extracts.allRows(extract), wanted == TableFormat.CSV, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadExtractContent(UUID extractId) {
    Extract extract = find(extractId);
    byte[] content = extracts.content(extract).orElseThrow(ExtractController::notFound);
    return downloads.file(
        name(extract) + ".ndjson", "application/x-ndjson", out -> out.write(content));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<CmsExtractDto> finalizeExtract(
      UUID extractId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(extracts.finish(callers.current(), extractId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<CmsExtractDto> discardExtract(
      UUID extractId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(extracts.discard(callers.current(), extractId, ETags.expected(ifMatch)));
  }

  private Extract find(UUID extractId) {
    return extracts.find(callers.current(), extractId).orElseThrow(ExtractController::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("extract");
  }

  private static String name(Extract extract) {
    var seal = extract.seal();
    return "%s-%s-%s"
        .formatted(
            extract.kind().fileName(),
            extract.period(),
            seal == null ? "draft" : "v" + seal.number());
  }

  private static @Nullable ExtractKind kind(@Nullable CmsExtractKindDto kind) {
    return OversightCodes.EXTRACT_KINDS.toDomainOrNull(kind);
  }

  private static MutableHttpResponse<CmsExtractDto> answer(Outcome<Extract> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private static MutableHttpResponse<CmsExtractDto> answer(Extract extract) {
    return HttpResponse.ok(extract(extract)).header(HttpHeaders.ETAG, ETags.of(extract.version()));
  }

  private static CmsExtractDto extract(Extract extract) {
    CmsExtractDto model =
        new CmsExtractDto()
            .id(extract.id())
            .kind(OversightCodes.EXTRACT_KINDS.toContract(extract.kind()))
            .period(extract.period().toString())
            .state(OversightCodes.EXTRACT_STATES.toContract(extract.state()))
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

package app.upline.sheet.web;

import app.upline.api.SheetMappingsApi;
import app.upline.api.model.RememberedMappingDraftDto;
import app.upline.api.model.RememberedMappingDto;
import app.upline.api.model.RememberedMappingPageDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.sheet.RememberedMapping;
import app.upline.sheet.SheetColumns;
import app.upline.sheet.SheetMappings;
import app.upline.workbook.Columns;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Controller
class SheetMappingController implements SheetMappingsApi {

  private final CurrentUserProvider callers;
  private final SheetMappings mappings;
  private final Map<String, Columns> columns;

  SheetMappingController(
      CurrentUserProvider callers, SheetMappings mappings, List<SheetColumns> sheets) {
    this.callers = callers;
    this.mappings = mappings;
    this.columns =
        sheets.stream().collect(Collectors.toMap(SheetColumns::subject, SheetColumns::columns));
  }

  @Override
  public RememberedMappingPageDto listSheetMappings(
      @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("sheet-mappings");
    Page<RememberedMapping> page =
        mappings.list(callers.current(), cursors.request(cursor, limit, false));
    return new RememberedMappingPageDto()
        .items(page.items().stream().map(SheetMappingModels::remembered).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<RememberedMappingDto> getSheetMapping(
      UUID sheetMappingId, @Nullable String ifNoneMatch) {
    return answer(
        mappings
            .find(callers.current(), sheetMappingId)
            .orElseThrow(() -> ProblemException.notFound("mapping")));
  }

  @Override
  public HttpResponse<RememberedMappingDto> replaceSheetMapping(
      UUID sheetMappingId, @Nullable String ifMatch, RememberedMappingDraftDto draft) {
    SheetMappings.Draft wanted =
        new SheetMappings.Draft(
            draft.getName(),
            SheetMappingModels.mapping(
                draft.getColumns(), draft.getFixedValues(), draft.getTranslations()));
    return answer(
        mappings
            .replace(
                callers.current(), sheetMappingId, ETags.expected(ifMatch), wanted, columns::get)
            .orElseThrow(ProblemException::of));
  }

  @Override
  public HttpResponse<Void> removeSheetMapping(UUID sheetMappingId, @Nullable String ifMatch) {
    mappings
        .remove(callers.current(), sheetMappingId, ETags.expected(ifMatch))
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  private static HttpResponse<RememberedMappingDto> answer(RememberedMapping mapping) {
    return HttpResponse.ok(SheetMappingModels.remembered(mapping))
        .header(HttpHeaders.ETAG, ETags.of(mapping.version()));
  }
}

package app.upline.search.web;

import app.upline.api.SearchApi;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.SearchGroupDto;
import app.upline.api.model.SearchHitDto;
import app.upline.api.model.SearchKindDto;
import app.upline.api.model.SearchResultDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.caller.CallersSteps;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchService;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@Controller
class SearchController implements SearchApi {

  private final CurrentUserProvider callers;
  private final CallersSteps steps;
  private final SearchService search;

  SearchController(CurrentUserProvider callers, CallersSteps steps, SearchService search) {
    this.callers = callers;
    this.steps = steps;
    this.search = search;
  }

  /** Of each kind whose list the caller may read, by the same roles and scopes. */
  @Override
  public SearchResultDto search(String q) {
    Set<SearchKind> kinds =
        steps.of(List.of(SearchKindDto.values())).stream()
            .map(SearchCodes.KINDS::toDomain)
            .collect(Collectors.toUnmodifiableSet());
    return new SearchResultDto()
        .groups(
            search.find(callers.current(), kinds, new SearchQuery(q)).stream()
                .map(SearchController::group)
                .toList());
  }

  private static SearchGroupDto group(SearchGroup group) {
    return new SearchGroupDto()
        .kind(SearchCodes.KINDS.toContract(group.kind()))
        .hits(group.hits().stream().map(SearchController::hit).toList())
        .hasMore(group.hasMore());
  }

  private static SearchHitDto hit(Hit hit) {
    Hit.Organization other = hit.other();
    return new SearchHitDto()
        .id(hit.id())
        .reference(hit.reference())
        .title(hit.title())
        .detail(hit.detail())
        .organization(
            other == null ? null : new OrganizationNameDto().id(other.id()).name(other.name()));
  }
}

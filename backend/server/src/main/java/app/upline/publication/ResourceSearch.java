package app.upline.publication;

import app.upline.identity.CurrentUser;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds what carriers publish for the caller, as the list of the resource center does. */
@Singleton
final class ResourceSearch implements SearchSource {

  private final ResourceRows rows;

  ResourceSearch(ResourceRows rows) {
    this.rows = rows;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.RESOURCE;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    return SearchGroup.of(
        kind(),
        rows.page(user, new ResourceRows.Filter(null, query.eachWord()), SearchGroup.firstPage()),
        one ->
            new Hit(
                one.id(),
                null,
                one.title(),
                null,
                new Hit.Organization(one.carrierId(), one.carrierName())));
  }
}

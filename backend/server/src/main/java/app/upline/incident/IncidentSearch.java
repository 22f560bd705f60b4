package app.upline.incident;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.ListOrder;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds incidents that an agency has recorded, as its list does. */
@Singleton
final class IncidentSearch implements SearchSource {

  private final IncidentList list;

  IncidentSearch(IncidentList list) {
    this.list = list;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.INCIDENT;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    return SearchGroup.of(
        kind(),
        list.page(
            user.agencyId(),
            IncidentFilter.of(query.words()),
            ListOrder.by(IncidentSort.NEWEST),
            SearchGroup.firstPage()),
        recorded -> {
          Incident one = recorded.incident();
          return new Hit(
              one.id(), one.reference(), one.details().subject().name(), one.inBrief(), null);
        });
  }
}

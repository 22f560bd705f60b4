package app.upline.disclosure;

import app.upline.identity.CurrentUser;
import app.upline.incident.Incident;
import app.upline.platform.listing.ListOrder;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds incidents that a carrier holds, as its list does. */
@Singleton
final class DisclosedIncidentSearch implements SearchSource {

  private final DisclosedIncidents incidents;

  DisclosedIncidentSearch(DisclosedIncidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.DISCLOSED_INCIDENT;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    return SearchGroup.of(
        kind(),
        incidents.page(
            user,
            DisclosedIncidentFilter.of(query.words()),
            ListOrder.by(DisclosedIncidentSort.REFERENCE),
            SearchGroup.firstPage()),
        held -> {
          Incident one = held.incident();
          return new Hit(
              one.id(),
              one.reference(),
              one.details().subject().name(),
              one.inBrief(),
              new Hit.Organization(held.agency().id(), held.agency().name()));
        });
  }
}

package app.upline.disclosure;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.ListOrder;
import app.upline.relationship.Relationship;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds relationships that a carrier holds, as its list does. */
@Singleton
final class DisclosedRelationshipSearch implements SearchSource {

  private final DisclosedRegister register;

  DisclosedRelationshipSearch(DisclosedRegister register) {
    this.register = register;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.DISCLOSED_RELATIONSHIP;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    DisclosedFilter filter = DisclosedFilter.of(query.words());
    return SearchGroup.of(
        kind(),
        register.page(user, filter, ListOrder.by(filter.usualSort()), SearchGroup.firstPage()),
        held -> {
          Relationship one = held.relationship();
          return new Hit(
              one.id(),
              one.reference(),
              one.details().legalName(),
              one.inBrief(),
              new Hit.Organization(held.agency().id(), held.agency().name()));
        });
  }
}

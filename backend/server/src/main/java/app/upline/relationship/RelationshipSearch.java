package app.upline.relationship;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.ListOrder;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;

/** Finds what is in an agency's register, as its list does. */
@Singleton
final class RelationshipSearch implements SearchSource {

  private final RelationshipList list;

  RelationshipSearch(RelationshipList list) {
    this.list = list;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.RELATIONSHIP;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    return SearchGroup.of(
        kind(),
        list.page(
            user.agencyId(),
            RelationshipFilter.of(query.words()),
            ListOrder.by(RelationshipSort.REFERENCE),
            SearchGroup.firstPage()),
        one -> new Hit(one.id(), one.reference(), one.details().legalName(), one.inBrief(), null));
  }
}

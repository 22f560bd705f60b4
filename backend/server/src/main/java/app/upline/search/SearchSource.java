package app.upline.search;

import app.upline.identity.CurrentUser;

/** A room that can find something. */
public interface SearchSource {

  SearchKind kind();

  /**
   * What the caller may see of it; asked only of callers who may list the kind. Called in a
   * transaction; reads no more than a page, by a range of a key, or what one organization has a
   * handful of.
   */
  SearchGroup find(CurrentUser user, SearchQuery query);
}

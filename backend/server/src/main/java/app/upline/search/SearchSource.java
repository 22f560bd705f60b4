package app.upline.search;

import app.upline.identity.CurrentUser;

/** A room that can find something. */
public interface SearchSource {

  SearchKind kind();

  /**
   * What the caller may see of it; asked only of callers who may list the kind. Called in a
   * transaction; answers no more than a page. Records are found by a range of a key; submissions,
   * plans, organizations and people among those of the caller's own organization.
   */
  SearchGroup find(CurrentUser user, SearchQuery query);
}

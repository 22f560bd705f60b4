package app.upline.search.web;

import app.upline.api.model.SearchKindDto;
import app.upline.platform.code.Codes;
import app.upline.search.SearchKind;

/** The codes of the search. */
final class SearchCodes {
  static final Codes<SearchKind, SearchKindDto> KINDS =
      Codes.of(SearchKind.class, SearchKindDto.class);

  private SearchCodes() {}
}

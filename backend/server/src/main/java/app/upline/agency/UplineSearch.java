package app.upline.agency;

import app.upline.platform.listing.NameSearch;
import app.upline.platform.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Finds what comes from the agencies beneath one, by what people type of its name. For carriers
 * alone: an agency's people are not shown what is above it.
 */
public final class UplineSearch {

  /** Of an agency {@code a} and the one above it, {@code u}, which is there if it reports too. */
  static final String NAME = "coalesce(a.upline_name, u.name)";

  static final String JOIN = "left join agency u on u.id = a.upline_agency_id";

  private UplineSearch() {}

  /**
   * Wants rows of agencies whose upline is called so. Not with exists, which MySQL joins first: the
   * range of a list would lose its order.
   *
   * @param query null for anything
   * @param agencyId the column with the agency
   */
  public static Sql filter(Sql filters, @Nullable String query, String agencyId) {
    if (query == null) {
      return filters;
    }
    filters.add("and (select 1 from agency a " + JOIN + " where a.id = " + agencyId);
    return NameSearch.filter(filters, query, NAME, null).add("limit 1) is not null");
  }
}

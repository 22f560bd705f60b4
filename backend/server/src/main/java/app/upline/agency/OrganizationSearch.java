package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the organizations on the other side, by a part of the name or the beginning of the NPN.
 * Every contract of the caller is looked at: an agency has a handful, a carrier some thousands.
 */
@Factory
final class OrganizationSearch {

  private static final String AGENCIES =
      """
      select a.id, k.agency_name as name, a.npn from agency_contract k join agency a on a.id = k.agency_id
      where k.carrier_id = ? and (instr(k.agency_name, ?) > 0
      """;

  /** Engines differ in what comes of other text beside a column of digits. */
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final String CARRIERS =
      """
      select c.id, c.name, null as npn from agency_contract k join carrier c on c.id = k.carrier_id
      where k.agency_id = ? and instr(c.name, ?) > 0 order by c.name, c.id limit ?
      """;

  private final Database database;

  OrganizationSearch(Database database) {
    this.database = database;
  }

  @Singleton
  SearchSource agencies() {
    return new Source(SearchKind.AGENCY, OrganizationKind.CARRIER, this::agencies);
  }

  @Singleton
  SearchSource carriers() {
    return new Source(SearchKind.CARRIER, OrganizationKind.AGENCY, this::carriers);
  }

  private interface Finder {
    List<Hit> find(CurrentUser user, SearchQuery query);
  }

  /** Carriers find agencies, and agencies carriers; callers never find their own organization. */
  private record Source(SearchKind kind, OrganizationKind side, Finder finder)
      implements SearchSource {
    @Override
    public SearchGroup find(CurrentUser user, SearchQuery query) {
      return SearchGroup.of(kind, user.kind() == side ? finder.find(user, query) : List.of());
    }
  }

  private List<Hit> agencies(CurrentUser user, SearchQuery query) {
    Sql sql = Sql.of(AGENCIES, user.carrierId(), query.text());
    if (DIGITS.matcher(query.text()).matches()) {
      sql.add("or a.npn like ?", query.text() + "%");
    }
    return hits(sql.add(") order by k.agency_name, a.id limit ?", SearchGroup.ASKED));
  }

  private List<Hit> carriers(CurrentUser user, SearchQuery query) {
    return hits(Sql.of(CARRIERS, user.agencyId(), query.text(), SearchGroup.ASKED));
  }

  private List<Hit> hits(Sql sql) {
    return database.query(
        sql,
        row -> {
          String npn = row.getString("npn");
          return new Hit(
              uuid(row, "id"),
              null,
              row.getString("name"),
              npn == null ? null : "NPN " + npn,
              null);
        });
  }
}

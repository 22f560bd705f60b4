package app.upline.relationship;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the register. One key range drives each page, already in the order of the list: the
 * facet index where a filter has one, else the agency's rows by id, name or change. The other
 * filters look at the rows that the range yields. So a page costs the same however deep it is and
 * however large the table; the plan is fixed by hints and asserted by a test.
 */
@Singleton
final class RelationshipList {

  private static final String COLUMNS =
      """
      r.id, r.agency_id, r.reference, r.revision, r.created_at, r.changed_at, r.name_key, v.content
      """;

  private static final String CONTENT =
      "straight_join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision";

  private final Database database;
  private final RelationshipRows rows;

  RelationshipList(Database database, RelationshipRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** A row, with the key of the list at which it stands. */
  private record Placed(Relationship relationship, List<String> key, String searchText) {}

  Page<Relationship> page(
      UUID agencyId, RelationshipFilter filter, RelationshipSort sort, PageRequest request) {
    List<Placed> placed = new ArrayList<>();
    PageRequest next = request;
    // A row found under two words of a search stands in the range twice; the second is dropped
    // here.
    while (placed.size() <= request.limit()) {
      List<Placed> more =
          database.query(
              statement(COLUMNS, agencyId, filter, sort, next), row -> placed(row, filter, sort));
      more.stream().filter(row -> isFirstMatch(row, filter)).forEach(placed::add);
      if (more.size() <= next.limit()) {
        break;
      }
      next = next.after(more.getLast().key());
    }
    List<Placed> kept = placed.subList(0, Math.min(placed.size(), request.limit() + 1));
    Page<Placed> page = Page.of(kept, request.limit(), Placed::key);
    Page.Total total = request.counted() ? count(agencyId, filter, sort) : null;
    return page.map(Placed::relationship).withTotal(total);
  }

  /** The statement of a page: for this class, and for the test that looks at its plan. */
  Sql statement(
      String columns,
      UUID agencyId,
      RelationshipFilter filter,
      RelationshipSort sort,
      PageRequest request) {
    Sql sql = new Sql();
    String key = range(sql, columns, agencyId, filter, sort, request);
    others(sql, agencyId, filter);
    return sql.add("order by " + key + " limit ?", request.limit() + 1);
  }

  private Page.Total count(UUID agencyId, RelationshipFilter filter, RelationshipSort sort) {
    PageRequest all = new PageRequest(List.of(), Page.Total.CAP, false);
    Sql page = statement("r.id", agencyId, filter, sort, all);
    Sql counting = Sql.of("select count(distinct t.id) from (").add(page).add(") t");
    return Page.Total.of(database.first(counting, row -> row.getInt(1)).orElse(0));
  }

  /** Writes the range and answers its order. */
  private static String range(
      Sql sql,
      String columns,
      UUID agencyId,
      RelationshipFilter filter,
      RelationshipSort sort,
      PageRequest request) {
    if (filter.query() != null) {
      return byTerm(sql, columns, agencyId, filter.query(), request);
    }
    return switch (sort) {
      case LEGAL_NAME ->
          byColumn(sql, columns, agencyId, "relationship_by_name", "r.name_key", request);
      case CHANGED_AT ->
          byColumn(sql, columns, agencyId, "relationship_by_change", "r.changed_at", request);
      case REFERENCE -> byId(sql, columns, agencyId, filter, request);
    };
  }

  private static String byTerm(
      Sql sql, String columns, UUID agencyId, String query, PageRequest request) {
    String prefix = Facets.TERM + drivingWord(query);
    sql.add(
            "select "
                + columns
                + ", f.facet, r.search_text from relationship_facet f force index (primary)")
        .add("straight_join relationship r on r.id = f.relationship_id")
        .add(CONTENT)
        .add(
            "where f.agency_id = ? and f.facet >= ? and f.facet < ?",
            agencyId,
            start(prefix, request),
            prefix + '\uffff');
    if (!request.isFirst()) {
      sql.add(
          "and (f.facet > ? or f.relationship_id > ?)",
          request.after().get(0),
          request.after().get(1));
    }
    return "f.facet, f.relationship_id";
  }

  private static String start(String prefix, PageRequest request) {
    return request.isFirst() ? prefix : request.after().getFirst();
  }

  private static String byId(
      Sql sql, String columns, UUID agencyId, RelationshipFilter filter, PageRequest request) {
    String key;
    if (filter.undisclosedTo() != null) {
      key = "d.relationship_id";
      sql.add(
              "select "
                  + columns
                  + ", null as facet, r.search_text from undisclosed_change d force index (primary)")
          .add("straight_join relationship r on r.id = d.relationship_id")
          .add(CONTENT)
          .add("where d.agency_id = ? and d.carrier_id = ?", agencyId, filter.undisclosedTo());
    } else if (filter.upstreamId() != null) {
      key = "r.id";
      sql.add(
              "select "
                  + columns
                  + ", null as facet, r.search_text from relationship r force index (relationship_by_upstream)")
          .add(CONTENT)
          .add("where r.upstream_id = ?", filter.upstreamId());
    } else if (facet(filter) != null) {
      key = "f.relationship_id";
      sql.add(
              "select "
                  + columns
                  + ", null as facet, r.search_text from relationship_facet f force index (primary)")
          .add("straight_join relationship r on r.id = f.relationship_id")
          .add(CONTENT)
          .add("where f.agency_id = ? and f.facet = ?", agencyId, facet(filter));
    } else {
      key = "r.id";
      sql.add(
              "select "
                  + columns
                  + ", null as facet, r.search_text from relationship r force index (relationship_by_id)")
          .add(CONTENT)
          .add("where r.agency_id = ?", agencyId);
    }
    if (!request.isFirst()) {
      sql.add("and " + key + " > ?", request.after().getLast());
    }
    return key;
  }

  private static String byColumn(
      Sql sql, String columns, UUID agencyId, String index, String column, PageRequest request) {
    sql.add(
            "select "
                + columns
                + ", null as facet, r.search_text from relationship r force index ("
                + index
                + ")")
        .add(CONTENT)
        .add("where r.agency_id = ?", agencyId);
    if (!request.isFirst()) {
      Object last =
          column.equals("r.changed_at")
              ? Instant.parse(request.after().get(0))
              : request.after().get(0);
      sql.add(
          "and " + column + " >= ? and (" + column + " > ? or r.id > ?)",
          last,
          last,
          request.after().get(1));
    }
    return column + ", r.id";
  }

  private static void others(Sql sql, UUID agencyId, RelationshipFilter filter) {
    sql.add("and r.agency_id = ?", agencyId)
        .addIf(filter.state(), "and r.state = ?")
        .addIf(filter.entityType(), "and r.entity_type = ?")
        .addIf(filter.status(), "and r.status = ?")
        .addIf(
            filter.function() == null ? null : Facets.bit(filter.function()),
            "and (r.functions & ?) <> 0")
        .addIf(filter.changedSince(), "and r.changed_at >= ?")
        .addIf(filter.upstreamId(), "and r.upstream_id = ?");
    if (filter.undisclosedTo() != null) {
      sql.add(
          "and exists (select 1 from undisclosed_change x where x.agency_id = r.agency_id and x.carrier_id = ? and x.relationship_id = r.id)",
          filter.undisclosedTo());
    }
    if (filter.query() != null) {
      Facets.queryWords(filter.query())
          .forEach(word -> sql.add("and r.search_text like ?", "% " + word + "%"));
    }
  }

  /** The most selective facet that the filter asks for. */
  private static @Nullable String facet(RelationshipFilter filter) {
    if (filter.state() != null) {
      return Facets.state(filter.state());
    }
    if (filter.entityType() != null) {
      return Facets.type(filter.entityType());
    }
    if (filter.function() != null) {
      return Facets.function(filter.function());
    }
    return filter.status() == null ? null : Facets.status(filter.status());
  }

  /** The longest word finds the fewest rows. */
  private static String drivingWord(String query) {
    return Facets.queryWords(query).stream()
        .max(Comparator.comparingInt(String::length))
        .orElse("\uffff");
  }

  private static boolean isFirstMatch(Placed row, RelationshipFilter filter) {
    if (filter.query() == null) {
      return true;
    }
    String prefix = drivingWord(filter.query());
    String found = row.key().getFirst().substring(Facets.TERM.length());
    return List.of(row.searchText().strip().split(" ")).stream()
        .filter(term -> term.startsWith(prefix))
        .min(Comparator.naturalOrder())
        .filter(found::equals)
        .isPresent();
  }

  private Placed placed(ResultSet row, RelationshipFilter filter, RelationshipSort sort)
      throws SQLException {
    Relationship relationship = rows.relationship(row);
    String id = relationship.id().toString();
    String facet = row.getString("facet");
    List<String> key =
        filter.query() != null
            ? List.of(facet, id)
            : switch (sort) {
              case REFERENCE -> List.of(id);
              case LEGAL_NAME -> List.of(row.getString("name_key"), id);
              case CHANGED_AT -> List.of(relationship.changedAt().toString(), id);
            };
    return new Placed(relationship, key, row.getString("search_text"));
  }
}

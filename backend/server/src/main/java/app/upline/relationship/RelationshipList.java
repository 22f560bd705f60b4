package app.upline.relationship;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.listing.Terms;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the register. What drives a page is the facet index where a filter has one, else the
 * agency's rows by id, name or change.
 */
@Singleton
final class RelationshipList {

  private static final String CONTENT = "join " + RelationshipTableMapping.TABLES.newest();

  private static final KeyOrder UNDISCLOSED =
      KeyOrder.of("undisclosed_relationship d", "primary")
          .with("join relationship r on r.id = d.relationship_id");

  private static final KeyColumn ID = KeyColumn.id("r.id");

  private final KeyedList<Relationship> list;

  RelationshipList(Database database, RelationshipRows rows) {
    this.list = new KeyedList<>(database, RelationshipRows.COLUMNS, CONTENT, rows::relationship);
  }

  Page<Relationship> page(
      UUID agencyId,
      RelationshipFilter filter,
      ListOrder<RelationshipSort> order,
      PageRequest request) {
    return list.page(range(agencyId, filter, order), filters(agencyId, filter), request);
  }

  /** Those directly beneath any of these, one's after the other's. */
  Page<Relationship> beneath(UUID agencyId, Collection<UUID> above, int limit) {
    KeyRange range =
        new KeyRange(
            KeyOrder.of("relationship r", "relationship_by_upstream"),
            new Sql().addIn("r.upstream_id in", above),
            List.of(KeyColumn.id("r.upstream_id"), ID),
            Direction.ASCENDING);
    return list.page(range, Sql.of("and r.agency_id = ?", agencyId), PageRequest.first(limit));
  }

  private static KeyRange range(
      UUID agencyId, RelationshipFilter filter, ListOrder<RelationshipSort> order) {
    return filter.query() == null
        ? range(agencyId, filter, order.by()).in(order.direction())
        : Facets.INDEX.startingWith(agencyId, filter.query());
  }

  private static KeyRange range(UUID agencyId, RelationshipFilter filter, RelationshipSort sort) {
    return switch (sort) {
      case LEGAL_NAME -> heads("relationship_by_name", agencyId, KeyColumn.text("r.name_key"), ID);
      case CHANGED_AT ->
          heads("relationship_by_change", agencyId, KeyColumn.instant("r.changed_at"), ID);
      case REFERENCE -> byId(agencyId, filter);
    };
  }

  private static KeyRange byId(UUID agencyId, RelationshipFilter filter) {
    if (filter.undisclosedTo() != null) {
      return KeyRange.of(
          UNDISCLOSED,
          List.of(KeyColumn.id("d.relationship_id")),
          "d.agency_id = ? and d.carrier_id = ?",
          agencyId,
          filter.undisclosedTo());
    }
    if (filter.upstreamId() != null) {
      return KeyRange.of(
          KeyOrder.of("relationship r", "relationship_by_upstream"),
          List.of(ID),
          "r.upstream_id = ?",
          filter.upstreamId());
    }
    String facet = facet(filter);
    return facet == null
        ? heads("relationship_by_id", agencyId, ID)
        : Facets.INDEX.having(agencyId, facet);
  }

  private static KeyRange heads(String index, UUID agencyId, KeyColumn... key) {
    return KeyRange.of(
        KeyOrder.of("relationship r", index), List.of(key), "r.agency_id = ?", agencyId);
  }

  private static Sql filters(UUID agencyId, RelationshipFilter filter) {
    Sql sql =
        Sql.of("and r.agency_id = ?", agencyId)
            .addIf(filter.state(), "and r.state = ?")
            .addIf(filter.entityType(), "and r.entity_type = ?")
            .addIf(filter.status(), "and r.status = ?")
            .addIf(
                filter.function() == null ? null : JsonCodes.text(filter.function()),
                "and json_contains(r.functions, ?)")
            .addIf(filter.changedSince(), "and r.changed_at >= ?")
            .addIf(filter.upstreamId(), "and r.upstream_id = ?")
            .addIf(
                filter.undisclosedTo(),
                """
                and (select count(*) from undisclosed_relationship x
                  where x.agency_id = r.agency_id and x.carrier_id = ? and x.relationship_id = r.id) = 1
                """);
    return filter.query() == null ? sql : Terms.everyWord(sql, filter.query(), "r.search_text");
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
}

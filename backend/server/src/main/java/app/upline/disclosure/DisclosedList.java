package app.upline.disclosure;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.UplineSearch;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Facets;
import app.upline.submission.HeldByCarrier;
import app.upline.submission.OrganizationRef;
import app.upline.submission.SubmissionStatus;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of what a carrier holds. What drives a page is the carrier's facet index where a filter or
 * a search has one, else the rows of an agency, those in force, or all.
 */
@Singleton
public final class DisclosedList {

  private static final String COLUMNS =
      """
      d.relationship_id, d.agency_id, a.name as agency, r.reference, d.relationship_revision, r.created_at,
      x.changed_at as revised_at, x.content, x.content_sha256, v.submitted_at as disclosed_at, d.submission_id,
      s.reference as submission_reference, v.receipt_number, s.status as submission_status
      """;

  private static final String JOINS =
      """
      join relationship r on r.id = d.relationship_id
      join relationship_revision x
        on x.relationship_id = d.relationship_id and x.revision = d.relationship_revision
      join submission s on s.id = d.submission_id
      join submission_revision v on v.submission_id = d.submission_id and v.revision = d.submission_revision
      join agency a on a.id = d.agency_id
      """;

  private static final FacetIndex FACETS =
      new FacetIndex(
          "disclosure_facet",
          "carrier_id",
          "relationship_id",
          "disclosure d on d.carrier_id = f.carrier_id and d.relationship_id = f.relationship_id");

  private static final KeyColumn ID = KeyColumn.id("d.relationship_id");

  private final KeyedList<DisclosedRelationship> list;
  private final DisclosableRegister register;

  DisclosedList(Database database, DisclosableRegister register) {
    this.register = register;
    this.list = new KeyedList<>(database, COLUMNS, JOINS, this::row);
  }

  /**
   * @param at the moment the register is wanted of, null for now
   */
  Page<DisclosedRelationship> page(
      UUID carrierId,
      DisclosedFilter filter,
      ListOrder<DisclosedRelationshipSort> order,
      @Nullable Instant at,
      PageRequest request) {
    return list.page(range(carrierId, filter, order), filters(carrierId, filter, at), request);
  }

  /**
   * One relationship.
   *
   * @param at the moment it is wanted of, null for now
   */
  Optional<DisclosedRelationship> find(UUID carrierId, UUID relationshipId, @Nullable Instant at) {
    return list
        .page(one(carrierId, relationshipId), held(at), PageRequest.first(1))
        .items()
        .stream()
        .findFirst();
  }

  /**
   * Those that were disclosed as directly beneath any of these, one's after the other's.
   *
   * @param at the moment they are wanted of, null for now
   */
  Page<DisclosedRelationship> beneath(
      UUID carrierId, Collection<UUID> above, @Nullable Instant at, int limit) {
    KeyRange range =
        new KeyRange(
            KeyOrder.of("disclosure d", "disclosure_by_upstream"),
            Sql.of("d.carrier_id = ?", carrierId).addIn("and d.upstream_id in", above),
            List.of(KeyColumn.id("d.upstream_id"), ID),
            Direction.ASCENDING);
    return list.page(range, held(at), PageRequest.first(limit));
  }

  private static KeyRange one(UUID carrierId, UUID relationshipId) {
    return byId("primary", "d.carrier_id = ? and d.relationship_id = ?", carrierId, relationshipId);
  }

  private static KeyRange range(
      UUID carrierId, DisclosedFilter filter, ListOrder<DisclosedRelationshipSort> order) {
    if (filter.query() != null) {
      return FACETS.startingWith(carrierId, filter.query());
    }
    KeyRange range =
        switch (order.by()) {
          case LEGAL_NAME -> all("disclosure_by_name", KeyColumn.text("d.name_key"), carrierId);
          case RECEIVED_AT ->
              all("disclosure_by_receipt", KeyColumn.instant("d.disclosed_from"), carrierId);
          case REFERENCE -> byId(carrierId, filter);
        };
    return range.in(order.direction());
  }

  private static KeyRange byId(UUID carrierId, DisclosedFilter filter) {
    if (filter.upstreamId() != null) {
      return byId(
          "disclosure_by_upstream",
          "d.carrier_id = ? and d.upstream_id = ?",
          carrierId,
          filter.upstreamId());
    }
    String facet = facet(filter);
    if (facet != null) {
      return FACETS.having(carrierId, facet);
    }
    if (filter.agencyId() != null) {
      return byId(
          "disclosure_by_agency",
          "d.carrier_id = ? and d.agency_id = ?",
          carrierId,
          filter.agencyId());
    }
    return filter.asOf() == null
        ? byId("disclosure_in_force", "d.carrier_id = ? and " + HeldByCarrier.now("d"), carrierId)
        : byId("primary", "d.carrier_id = ?", carrierId);
  }

  private static KeyRange byId(String index, String condition, Object... parameters) {
    return KeyRange.of(KeyOrder.of("disclosure d", index), List.of(ID), condition, parameters);
  }

  /** What the carrier was told earlier is among it, and is no more than a few of each. */
  private static KeyRange all(String index, KeyColumn by, UUID carrierId) {
    return KeyRange.of(
        KeyOrder.of("disclosure d", index), List.of(by, ID), "d.carrier_id = ?", carrierId);
  }

  private static Sql held(@Nullable Instant at) {
    return Sql.of("and " + HeldByCarrier.at("d", at));
  }

  private static Sql filters(UUID carrierId, DisclosedFilter filter, @Nullable Instant at) {
    Sql sql = held(at);
    sql.addIf(filter.agencyId(), "and d.agency_id = ?")
        .addIf(filter.upstreamId(), "and d.upstream_id = ?")
        .addIf(filter.since(), "and d.disclosed_from >= ?")
        .addIf(filter.until(), "and d.disclosed_from < ?")
        .addIf(filter.state(), "and x.state = ?")
        .addIf(filter.entityType(), "and x.entity_type = ?")
        .addIf(filter.status(), "and x.status = ?")
        .addIf(
            filter.function() == null ? null : JsonCodes.text(filter.function()),
            "and json_contains(x.functions, ?)")
        .addIf(filter.activeOn(), "and x.start_date <= ?")
        .addIf(filter.activeOn(), "and (x.end_date is null or x.end_date >= ?)");
    UplineSearch.filter(sql, filter.upline(), "d.agency_id");
    // By its former names too: the facets of a carrier are never taken away.
    return filter.query() == null
        ? sql
        : FACETS.everyWord(sql, carrierId, filter.query(), "d.relationship_id");
  }

  /** The most selective facet that the filter asks for. */
  private static @Nullable String facet(DisclosedFilter filter) {
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

  private DisclosedRelationship row(ResultSet row) throws SQLException {
    return new DisclosedRelationship(
        new OrganizationRef(uuid(row, "agency_id"), row.getString("agency")),
        instant(row, "disclosed_at"),
        uuid(row, "submission_id"),
        row.getString("submission_reference"),
        row.getString("receipt_number"),
        SubmissionStatus.valueOf(row.getString("submission_status")),
        register.relationship(row));
  }
}

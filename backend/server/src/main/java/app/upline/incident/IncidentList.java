package app.upline.incident;

import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.listing.Terms;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of an agency's incidents. What drives a page is the facet index where a filter has one,
 * else the agency's rows by id, discovery or change.
 */
@Singleton
final class IncidentList {

  private static final String CONTENT = "join " + IncidentTableMapping.TABLES.newest();

  private static final KeyColumn ID = KeyColumn.id("r.id");

  private final KeyedList<RecordedIncident> list;

  IncidentList(Database database, IncidentRows rows) {
    this.list = new KeyedList<>(database, IncidentRows.COLUMNS, CONTENT, rows::recorded);
  }

  Page<RecordedIncident> page(
      UUID agencyId, IncidentFilter filter, ListOrder<IncidentSort> order, PageRequest request) {
    return list.page(range(agencyId, filter, order), filters(agencyId, filter), request);
  }

  private static KeyRange range(
      UUID agencyId, IncidentFilter filter, ListOrder<IncidentSort> order) {
    return filter.query() == null
        ? range(agencyId, filter, order.by()).in(order.direction())
        : IncidentFacets.INDEX.startingWith(agencyId, filter.query());
  }

  private static KeyRange range(UUID agencyId, IncidentFilter filter, IncidentSort sort) {
    return switch (sort) {
      case DISCOVERY_DATE ->
          heads("incident_by_discovery", agencyId, KeyColumn.text("r.discovery_date"), ID);
      case CHANGED_AT ->
          heads("incident_by_change", agencyId, KeyColumn.instant("r.changed_at"), ID);
      case REFERENCE, NEWEST -> byId(agencyId, filter);
    };
  }

  private static KeyRange byId(UUID agencyId, IncidentFilter filter) {
    if (filter.wants(filter.undisclosed())) {
      return undisclosed(agencyId, filter.carrierId());
    }
    if (filter.period() != null && filter.carrierId() != null) {
      return KeyRange.of(
          KeyOrder.of("incident r", "incident_by_period"),
          List.of(ID),
          "r.agency_id = ? and r.carrier_id = ? and r.period = ?",
          agencyId,
          filter.carrierId(),
          filter.period().toString());
    }
    String facet = facet(filter);
    return facet == null
        ? heads("incident_by_id", agencyId, ID)
        : IncidentFacets.INDEX.having(agencyId, facet);
  }

  private static KeyRange undisclosed(UUID agencyId, @Nullable UUID carrierId) {
    List<KeyColumn> key = List.of(KeyColumn.id("d.incident_id"));
    return carrierId == null
        ? KeyRange.of(
            undisclosed("undisclosed_incident_by_agency"), key, "d.agency_id = ?", agencyId)
        : KeyRange.of(
            undisclosed("primary"),
            key,
            "d.agency_id = ? and d.carrier_id = ?",
            agencyId,
            carrierId);
  }

  private static KeyOrder undisclosed(String index) {
    return KeyOrder.of("undisclosed_incident d", index)
        .with("join incident r on r.id = d.incident_id");
  }

  private static KeyRange heads(String index, UUID agencyId, KeyColumn... key) {
    return KeyRange.of(KeyOrder.of("incident r", index), List.of(key), "r.agency_id = ?", agencyId);
  }

  /**
   * What is beside the key. Rows of other tables are counted, by their whole key, and not asked to
   * exist: that would be a join, which the server may begin with, to sort all that it finds.
   */
  private static Sql filters(UUID agencyId, IncidentFilter filter) {
    Sql sql =
        Sql.of("and r.agency_id = ?", agencyId)
            .addIf(filter.period() == null ? null : filter.period().toString(), "and r.period = ?")
            .addIf(filter.carrierId(), "and r.carrier_id = ?")
            .addIf(filter.severity(), "and r.severity = ?")
            .addIf(filter.npn(), "and r.subject_npn = ?")
            .addIf(filter.state(), "and r.state = ?")
            .addIf(filter.source(), "and r.source = ?")
            .addIf(filter.outcome(), "and r.outcome = ?")
            .addIf(filter.harm(), "and r.harm = ?")
            .addIf(filter.repeated(), "and r.repeated = ?")
            .addIf(filter.late(), "and r.late = ?")
            .addIf(filter.voided(), "and r.voided = ?")
            .addIf(filter.changedSince(), "and r.changed_at >= ?");
    if (filter.category() != null) {
      sql.add(
          """
          and (select count(*) from incident_facet c
            where c.agency_id = r.agency_id and c.facet = ? and c.incident_id = r.id) = 1
          """,
          IncidentFacets.category(filter.category()));
    }
    if (filter.undisclosed() != null) {
      sql.add(
          """
          and (select count(*) from undisclosed_incident x
            where x.agency_id = r.agency_id and x.carrier_id = r.carrier_id and x.incident_id = r.id) = %d
          """
              .formatted(filter.undisclosed() ? 1 : 0));
    }
    return filter.query() == null ? sql : Terms.everyWord(sql, filter.query(), "r.search_text");
  }

  /** The most selective facet that the filter asks for. */
  private static @Nullable String facet(IncidentFilter filter) {
    return Stream.of(
            filter.wants(filter.voided()) ? IncidentFacets.VOIDED : "",
            filter.npn() == null ? "" : IncidentFacets.npn(filter.npn()),
            filter.wants(filter.late()) ? IncidentFacets.LATE : "",
            filter.wants(filter.repeated()) ? IncidentFacets.REPEATED : "",
            filter.period() == null ? "" : IncidentFacets.period(filter.period()),
            filter.category() == null ? "" : IncidentFacets.category(filter.category()),
            filter.state() == null ? "" : IncidentFacets.state(filter.state()),
            filter.source() == null ? "" : IncidentFacets.source(filter.source()),
            filter.wants(filter.harm()) ? IncidentFacets.harm() : "",
            filter.severity() == null ? "" : IncidentFacets.severity(filter.severity()),
            filter.outcome() == null ? "" : IncidentFacets.outcome(filter.outcome()),
            filter.carrierId() == null ? "" : IncidentFacets.carrier(filter.carrierId()))
        .filter(facet -> !facet.isEmpty())
        .findFirst()
        .orElse(null);
  }
}

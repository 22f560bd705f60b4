package app.upline.disclosure;

import app.upline.agency.UplineSearch;
import app.upline.incident.CategoryRule;
import app.upline.incident.IncidentFacets;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.persistence.Sql;
import app.upline.submission.HeldByCarrier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which range of a key drives a page of the incidents a carrier holds, and which filters look at
 * its rows. The carrier's index knows all it was ever told, so an incident is found by its former
 * words too; a code is compared with the revision held.
 *
 * @param moment the end of the day as of which is asked; null for now
 */
record DisclosedIncidentRange(
    UUID carrierId,
    DisclosedIncidentFilter filter,
    ListOrder<DisclosedIncidentSort> order,
    @Nullable Instant moment) {

  private static final FacetIndex INDEX =
      new FacetIndex(
          "incident_disclosure_facet",
          "carrier_id",
          "incident_id",
          "incident_disclosure d on d.carrier_id = f.carrier_id and d.incident_id = f.incident_id");

  /** Whether a row is a repeat, as an expression without parameters. */
  String repeated() {
    return HeldByCarrier.repeats("d", moment);
  }

  KeyRange key() {
    if (filter.query() != null) {
      return INDEX.startingWith(carrierId, filter.query());
    }
    KeyRange range =
        switch (order.by()) {
          case REFERENCE -> byId();
          case RECEIVED_AT ->
              KeyRange.of(
                  KeyOrder.of("incident_disclosure d", "incident_disclosure_by_receipt"),
                  List.of(KeyColumn.instant("d.disclosed_from"), KeyColumn.id("d.incident_id")),
                  "d.carrier_id = ?",
                  carrierId);
        };
    return range.in(order.direction());
  }

  private KeyRange byId() {
    String facet = facet();
    if (facet != null) {
      return INDEX.having(carrierId, facet);
    }
    String index =
        filter.agencyId() != null
            ? "incident_disclosure_by_agency"
            : moment == null ? "incident_disclosure_in_force" : "primary";
    Sql condition =
        Sql.of("d.carrier_id = ?", carrierId).addIf(filter.agencyId(), "and d.agency_id = ?");
    if (index.equals("incident_disclosure_in_force")) {
      condition.add("and " + HeldByCarrier.now("d"));
    }
    return new KeyRange(
        KeyOrder.of("incident_disclosure d", index),
        condition,
        List.of(KeyColumn.id("d.incident_id")),
        Direction.ASCENDING);
  }

  Sql filters() {
    Sql sql =
        Sql.of("and d.carrier_id = ? and " + HeldByCarrier.at("d", moment), carrierId)
            .addIf(filter.agencyId(), "and d.agency_id = ?")
            .addIf(filter.since(), "and d.disclosed_from >= ?")
            .addIf(filter.until(), "and d.disclosed_from < ?")
            .addIf(filter.period() == null ? null : filter.period().toString(), "and x.period = ?")
            .addIf(filter.severity(), "and x.severity = ?")
            .addIf(filter.npn(), "and x.subject_npn = ?")
            .addIf(filter.state(), "and x.state = ?")
            .addIf(filter.source(), "and x.source = ?")
            .addIf(filter.outcome(), "and x.outcome = ?")
            .addIf(filter.harm(), "and x.harm = ?")
            .addIf(filter.repeat(), "and " + repeated() + " = ?")
            .addIf(filter.late(), "and r.late = ?");
    UplineSearch.filter(sql, filter.upline(), "d.agency_id");
    if (filter.category() != null) {
      sql.add(CategoryRule.has(filter.category()));
    }
    return filter.query() == null
        ? sql
        : INDEX.everyWord(sql, carrierId, filter.query(), "d.incident_id");
  }

  /** The most selective facet that the filter asks for. */
  private @Nullable String facet() {
    if (filter.npn() != null) {
      return IncidentFacets.npn(filter.npn());
    }
    if (Boolean.TRUE.equals(filter.late())) {
      return IncidentFacets.LATE;
    }
    if (filter.period() != null) {
      return IncidentFacets.period(filter.period());
    }
    if (filter.agencyId() != null) {
      return null;
    }
    if (filter.category() != null) {
      return IncidentFacets.category(filter.category());
    }
    if (filter.state() != null) {
      return IncidentFacets.state(filter.state());
    }
    if (filter.source() != null) {
      return IncidentFacets.source(filter.source());
    }
    if (filter.severity() != null) {
      return IncidentFacets.severity(filter.severity());
    }
    if (filter.outcome() != null) {
      return IncidentFacets.outcome(filter.outcome());
    }
    return Boolean.TRUE.equals(filter.harm()) ? IncidentFacets.harm() : null;
  }
}

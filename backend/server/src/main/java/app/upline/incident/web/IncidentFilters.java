package app.upline.incident.web;

import app.upline.api.model.IncidentSortDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.incident.IncidentFilter;
import app.upline.incident.IncidentSort;
import app.upline.incident.model.IncidentCodes;
import app.upline.platform.http.Months;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.relationship.model.RelationshipCodes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filter parameters that the list and the export share. */
record IncidentFilters(IncidentFilter filter, ListOrder<IncidentSort> order) {

  private static final Pattern NPN = Pattern.compile("[1-9]\\d{0,9}");

  static IncidentFilters of(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable Boolean voided,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSortDto sort,
      @Nullable SortDirectionDto direction) {
    check(q, subjectNpn);
    Orders.notWithSearch(q, sort, direction);
    IncidentFilter filter =
        new IncidentFilter(
            q,
            Months.ofQuery("period", period),
            carrierId,
            IncidentCodes.CATEGORIES.toDomainOrNull(category),
            IncidentCodes.SEVERITIES.toDomainOrNull(severity),
            subjectNpn,
            RelationshipCodes.STATES.toDomainOrNull(state),
            IncidentCodes.SOURCES.toDomainOrNull(source),
            IncidentCodes.INVESTIGATION_OUTCOMES.toDomainOrNull(outcome),
            harm,
            repeat,
            late,
            undisclosed,
            voided,
            changedSince == null ? null : changedSince.toInstant());
    return new IncidentFilters(filter, Orders.of(key(sort, changedSince), direction));
  }

  private static void check(@Nullable String q, @Nullable String subjectNpn) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw refused("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.");
    }
    if (subjectNpn != null && !NPN.matcher(subjectNpn).matches()) {
      throw refused(
          "?subjectNpn",
          "INVALID_NPN",
          "An NPN is one to ten digits and does not begin with zero.");
    }
  }

  /** A caller who polls for changes wants them in the order in which they happened. */
  private static IncidentSort key(
      @Nullable IncidentSortDto sort, @Nullable OffsetDateTime changedSince) {
    if (sort != null) {
      return IncidentCodes.SORTS.toDomain(sort);
    }
    return changedSince == null ? IncidentSort.REFERENCE : IncidentSort.CHANGED_AT;
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}

package app.upline.disclosure.web;

import app.upline.api.model.DisclosedIncidentSortDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.disclosure.DisclosedIncidentFilter;
import app.upline.disclosure.DisclosedIncidentSort;
import app.upline.incident.model.IncidentCodes;
import app.upline.platform.http.Months;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.relationship.model.RelationshipCodes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which disclosed incidents clients ask for, in the words of the room. */
final class DisclosedIncidentRequests {

  private DisclosedIncidentRequests() {}

  static DisclosedIncidentFilter filter(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable OffsetDateTime since,
      @Nullable OffsetDateTime until) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw ProblemException.malformed(
          List.of(new Fault("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.")));
    }
    return new DisclosedIncidentFilter(
        q,
        Months.ofQuery("period", period),
        agencyId,
        upline,
        IncidentCodes.CATEGORIES.toDomainOrNull(category),
        IncidentCodes.SEVERITIES.toDomainOrNull(severity),
        subjectNpn,
        RelationshipCodes.STATES.toDomainOrNull(state),
        IncidentCodes.SOURCES.toDomainOrNull(source),
        IncidentCodes.INVESTIGATION_OUTCOMES.toDomainOrNull(outcome),
        harm,
        repeat,
        late,
        asOf,
        since == null ? null : since.toInstant(),
        until == null ? null : until.toInstant());
  }

  static ListOrder<DisclosedIncidentSort> order(
      DisclosedIncidentFilter filter,
      @Nullable DisclosedIncidentSortDto sort,
      @Nullable SortDirectionDto direction) {
    return Orders.of(
        sort == null ? filter.usualSort() : DisclosureCodes.INCIDENT_SORTS.toDomain(sort),
        direction);
  }
}

package app.upline.disclosure.web;

import app.upline.agency.model.AgencyCodes;
import app.upline.api.model.DisclosedRelationshipSortDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.disclosure.DisclosedFilter;
import app.upline.disclosure.DisclosedRelationshipSort;
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

/** Which disclosed relationships clients ask for, in the words of the room. */
final class DisclosedRelationshipRequests {

  private DisclosedRelationshipRequests() {}

  static DisclosedFilter filter(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable LocalDate asOf,
      @Nullable LocalDate activeOn,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID upstreamId,
      @Nullable OffsetDateTime since,
      @Nullable OffsetDateTime until) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw ProblemException.malformed(
          List.of(new Fault("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.")));
    }
    return new DisclosedFilter(
        q,
        RelationshipCodes.FUNCTIONS.toDomainOrNull(function),
        AgencyCodes.ENTITY_TYPES.toDomainOrNull(entityType),
        RelationshipCodes.STATES.toDomainOrNull(state),
        RelationshipCodes.STATUSES.toDomainOrNull(status),
        asOf,
        activeOn,
        agencyId,
        upline,
        upstreamId,
        since == null ? null : since.toInstant(),
        until == null ? null : until.toInstant());
  }

  static ListOrder<DisclosedRelationshipSort> order(
      DisclosedFilter filter,
      @Nullable DisclosedRelationshipSortDto sort,
      @Nullable SortDirectionDto direction) {
    return Orders.of(
        sort == null ? filter.usualSort() : DisclosureCodes.RELATIONSHIP_SORTS.toDomain(sort),
        direction);
  }
}

package app.upline.relationship.web;

import app.upline.agency.model.AgencyCodes;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.RelationshipSortDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.relationship.RelationshipFilter;
import app.upline.relationship.RelationshipSort;
import app.upline.relationship.model.RelationshipCodes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter parameters that the list and the export share. */
record Filters(RelationshipFilter filter, ListOrder<RelationshipSort> order) {

  static Filters of(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSortDto sort,
      @Nullable SortDirectionDto direction) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw refused("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.");
    }
    Orders.notWithSearch(q, sort, direction);
    RelationshipFilter filter =
        new RelationshipFilter(
            q,
            RelationshipCodes.FUNCTIONS.toDomainOrNull(function),
            AgencyCodes.ENTITY_TYPES.toDomainOrNull(entityType),
            RelationshipCodes.STATES.toDomainOrNull(state),
            RelationshipCodes.STATUSES.toDomainOrNull(status),
            changedSince == null ? null : changedSince.toInstant(),
            undisclosedTo,
            upstreamId);
    return new Filters(filter, Orders.of(key(sort, changedSince), direction));
  }

  /** A caller who polls for changes wants them in the order in which they happened. */
  private static RelationshipSort key(
      @Nullable RelationshipSortDto sort, @Nullable OffsetDateTime changedSince) {
    if (sort != null) {
      return RelationshipCodes.SORTS.toDomain(sort);
    }
    return changedSince == null ? RelationshipSort.REFERENCE : RelationshipSort.CHANGED_AT;
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}

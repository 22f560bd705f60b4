package app.upline.relationship.web;

import app.upline.api.model.EntityType;
import app.upline.api.model.RelationshipSort;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.TpmoFunction;
import app.upline.api.model.UsState;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.relationship.RelationshipFilter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter parameters that the list and the export share. */
record Filters(RelationshipFilter filter, app.upline.relationship.RelationshipSort sort) {

  static Filters of(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSort sort) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw refused("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.");
    }
    if (q != null && sort != null) {
      throw refused(
          "?sort", "NOT_WITH_Q", "A search has an order of its own; leave out sort or q.");
    }
    RelationshipFilter filter =
        new RelationshipFilter(
            q,
            function == null ? null : app.upline.relationship.TpmoFunction.valueOf(function.name()),
            entityType == null
                ? null
                : app.upline.relationship.EntityType.valueOf(entityType.name()),
            state == null ? null : app.upline.relationship.UsState.valueOf(state.name()),
            status == null
                ? null
                : app.upline.relationship.RelationshipStatus.valueOf(status.name()),
            changedSince == null ? null : changedSince.toInstant(),
            undisclosedTo,
            upstreamId);
    return new Filters(filter, order(sort, changedSince));
  }

  /** A caller who polls for changes wants them in the order in which they happened. */
  private static app.upline.relationship.RelationshipSort order(
      @Nullable RelationshipSort sort, @Nullable OffsetDateTime changedSince) {
    if (sort != null) {
      return app.upline.relationship.RelationshipSort.valueOf(sort.name());
    }
    return changedSince == null
        ? app.upline.relationship.RelationshipSort.REFERENCE
        : app.upline.relationship.RelationshipSort.CHANGED_AT;
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}

package app.upline.oversight.web;

import app.upline.api.model.CorrectiveActionPlanDraftDto;
import app.upline.api.model.PlanSortDto;
import app.upline.api.model.PlanStateDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.oversight.PlanDraft;
import app.upline.oversight.PlanFilter;
import app.upline.oversight.PlanSort;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients ask of corrective action plans, in the words of the room. */
final class PlanRequests {

  private PlanRequests() {}

  static PlanFilter filter(
      @Nullable PlanStateDto state,
      @Nullable Boolean overdue,
      @Nullable LocalDate dueBefore,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID assigneeId) {
    return new PlanFilter(
        OversightCodes.PLAN_STATES.toDomainOrNull(state),
        agencyId,
        upline,
        Boolean.TRUE.equals(overdue),
        dueBefore,
        assigneeId);
  }

  static ListOrder<PlanSort> order(
      PlanFilter filter, @Nullable PlanSortDto sort, @Nullable SortDirectionDto direction) {
    return Orders.of(
        sort == null ? filter.usualSort() : OversightCodes.PLAN_SORTS.toDomain(sort), direction);
  }

  static PlanDraft draft(CorrectiveActionPlanDraftDto draft) {
    return new PlanDraft(
        draft.getAgencyId(),
        draft.getTitle(),
        draft.getIncidentIds() == null ? List.of() : draft.getIncidentIds(),
        draft.getActionItems() == null
            ? List.of()
            : draft.getActionItems().stream()
                .map(
                    item -> new PlanDraft.Item(item.getTitle(), item.getOwner(), item.getDueDate()))
                .toList());
  }
}

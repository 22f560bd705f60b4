package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds corrective action plans by the beginning of their reference. */
@Singleton
final class PlanSearch implements SearchSource {

  private final PlanRows rows;

  PlanSearch(PlanRows rows) {
    this.rows = rows;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.CORRECTIVE_ACTION_PLAN;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    List<Plan> found =
        query.isReference() ? rows.ofReference(user, query.code(), SearchGroup.ASKED) : List.of();
    return SearchGroup.of(kind(), found.stream().map(plan -> hit(user, plan)).toList());
  }

  private static Hit hit(CurrentUser user, Plan plan) {
    OrganizationName other =
        user.kind() == OrganizationKind.AGENCY ? plan.carrier() : plan.agency();
    return new Hit(
        plan.id(),
        plan.reference(),
        plan.title(),
        null,
        new Hit.Organization(other.id(), other.name()));
  }
}

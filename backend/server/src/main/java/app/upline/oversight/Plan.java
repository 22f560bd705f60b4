package app.upline.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action plan: what a carrier asks an agency to put right, and how far that has come.
 */
public record Plan(
    UUID id,
    String reference,
    OrganizationName carrier,
    OrganizationName agency,
    String title,
    PlanState state,
    int version,
    Instant issuedAt,
    String issuedBy,
    Instant changedAt,
    @Nullable Instant endedAt,
    @Nullable String endMessage,
    List<Incident> incidents,
    List<PlanItem> items) {

  /** An incident that led to it. */
  public record Incident(UUID id, String reference) {}

  public boolean overdue() {
    return items.stream().anyMatch(PlanItem::overdue);
  }

  public List<PlanStep> possible() {
    return state.possible();
  }

  Optional<PlanItem> item(UUID itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  Plan with(List<Incident> newIncidents, List<PlanItem> newItems) {
    return new Plan(
        id,
        reference,
        carrier,
        agency,
        title,
        state,
        version,
        issuedAt,
        issuedBy,
        changedAt,
        endedAt,
        endMessage,
        List.copyOf(newIncidents),
        List.copyOf(newItems));
  }
}

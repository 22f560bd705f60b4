package app.upline.oversight;

import app.upline.platform.validation.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a reviewer wants to issue.
 *
 * @param incidentIds those that led to it; none where something else did, such as an audit
 */
public record PlanDraft(
    @Nullable UUID agencyId, @Nullable String title, List<UUID> incidentIds, List<Item> items) {

  static final int MOST = 50;

  /** An item of it. */
  public record Item(@Nullable String title, @Nullable String owner, @Nullable LocalDate dueDate) {}

  /**
   * What is wrong with it by itself.
   *
   * @param today where the carrier is: nothing can be due before
   */
  List<Fault> faults(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (agencyId == null) {
      faults.add(new Fault("/agencyId", "REQUIRED", "Enter the agency to which it is issued."));
    }
    faults.addAll(new RemarkText(title).faults("/title", 200, true));
    if (incidentIds.size() > MOST) {
      faults.add(new Fault("/incidentIds", "COUNT", "Name at most %d.".formatted(MOST)));
    }
    if (new HashSet<>(incidentIds).size() != incidentIds.size()) {
      faults.add(new Fault("/incidentIds", "TWICE", "Name each incident once."));
    }
    if (items.isEmpty() || items.size() > MOST) {
      faults.add(new Fault("/actionItems", "COUNT", "Name 1 to %d.".formatted(MOST)));
    }
    for (int i = 0; i < Math.min(items.size(), MOST); i++) {
      String pointer = "/actionItems/" + i;
      Item item = items.get(i);
      faults.addAll(new RemarkText(item.title()).faults(pointer + "/title", 500, true));
      faults.addAll(new RemarkText(item.owner()).faults(pointer + "/owner", 100, true));
      if (item.dueDate() == null || item.dueDate().isBefore(today)) {
        faults.add(
            new Fault(pointer + "/dueDate", "DUE_DATE", "Give a due date of today or later."));
      }
    }
    return faults;
  }

  /** The agency, which the faults have found present. */
  UUID agency() {
    return Objects.requireNonNull(agencyId);
  }
}

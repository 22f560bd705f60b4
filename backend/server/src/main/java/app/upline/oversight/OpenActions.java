package app.upline.oversight;

/** What of the corrective action plans is not done, now. */
public record OpenActions(long plans, long items, long overdueItems) {

  OpenActions plus(OpenActions other) {
    return new OpenActions(
        plans + other.plans, items + other.items, overdueItems + other.overdueItems);
  }
}

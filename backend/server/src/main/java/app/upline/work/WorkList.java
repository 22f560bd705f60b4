package app.upline.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What waits for the caller.
 *
 * @param items the most urgent first, at most fifty
 * @param assignees whose a thing is, by its id, where it was given to the caller
 * @param counts of every kind that the caller's roles have to do with
 */
public record WorkList(
    List<WorkItem> items, Map<UUID, WorkHolders.Holder> assignees, List<Count> counts) {

  /**
   * How many of a kind wait.
   *
   * @param isCapped whether there are more
   */
  public record Count(WorkKind kind, int count, boolean isCapped) {}
}

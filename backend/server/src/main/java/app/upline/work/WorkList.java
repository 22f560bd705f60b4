package app.upline.work;

import java.util.List;

/**
 * What waits for the caller.
 *
 * @param items the most urgent first, at most fifty
 * @param counts of every kind that the caller's roles have to do with
 */
public record WorkList(List<WorkItem> items, List<Count> counts) {

  /**
   * How many of a kind wait.
   *
   * @param isCapped whether there are more
   */
  public record Count(WorkKind kind, int count, boolean isCapped) {}
}

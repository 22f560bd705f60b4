package app.upline.work;

import java.util.List;
import java.util.function.Predicate;

/**
 * All of one kind that waits for the caller, as far as it is counted.
 *
 * @param items the most urgent first, at most {@link #MOST}
 * @param isCapped whether there are more
 */
public record WorkPart(WorkKind kind, List<WorkItem> items, boolean isCapped) {

  /** How many of a kind are looked at. */
  public static final int MOST = 100;

  /** How many to ask the database for: one more tells that there are more. */
  public static final int ASKED = MOST + 1;

  /** The same without some; that there are more stays said. */
  WorkPart without(Predicate<WorkItem> left) {
    return new WorkPart(kind, items.stream().filter(left.negate()).toList(), isCapped);
  }

  /** Of what was found when {@link #ASKED} were asked for. */
  public static WorkPart of(WorkKind kind, List<WorkItem> found) {
    boolean more = found.size() > MOST;
    return new WorkPart(kind, more ? found.subList(0, MOST) : found, more);
  }
}

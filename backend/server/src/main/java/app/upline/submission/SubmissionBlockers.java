package app.upline.submission;

import app.upline.platform.persistence.Ids;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Looks at the items of a submission batch by batch, until there are more faults than one reads.
 */
final class SubmissionBlockers {
  private static final int BATCH = 500;

  /** So many are told at once. */
  private static final int MOST = 200;

  private SubmissionBlockers() {}

  /** The next items in the order of their ids. */
  interface Batches<T> {
    /**
     * @param id of the last item before
     */
    List<T> after(UUID id, int limit);
  }

  /**
   * @param known faults that were found before any item was looked at, told first
   */
  static <T> List<Fault> faults(
      List<Fault> known,
      Batches<T> items,
      Function<T, UUID> id,
      Function<T, List<Fault>> faultsOf) {
    List<Fault> faults = new ArrayList<>(known);
    UUID after = Ids.BEFORE_ALL;
    List<T> batch;
    do {
      batch = items.after(after, BATCH);
      batch.forEach(item -> faults.addAll(faultsOf.apply(item)));
      after = batch.isEmpty() ? Ids.BEFORE_ALL : id.apply(batch.getLast());
    } while (batch.size() == BATCH && faults.size() < MOST);
    return faults.stream().limit(MOST).toList();
  }
}

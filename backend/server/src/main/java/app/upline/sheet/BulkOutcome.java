package app.upline.sheet;

import app.upline.platform.validation.Fault;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What came of a sheet, or would have.
 *
 * @param created how many records, not rows; so are the next two
 * @param faults by the row's number
 * @param warnings what does not forbid writing a row, but may not be meant; by the row's number
 * @param skipped the rows that are not written because they, or others of the same record, are
 *     faulty
 * @param written whether anything may have been changed
 */
public record BulkOutcome(
    int created,
    int changed,
    int unchanged,
    SortedMap<Integer, List<Fault>> faults,
    SortedMap<Integer, List<Fault>> warnings,
    Set<Integer> skipped,
    boolean written) {

  /** One try of some entries, in a transaction of its own. */
  @FunctionalInterface
  public interface Attempt<E> {

    /**
     * Writes the entries, or nothing when one is faulty.
     *
     * @param beforeCommit to be told in the transaction, where anything is written
     */
    BulkOutcome with(List<E> entries, Consumer<BulkOutcome> beforeCommit);
  }

  /**
   * Tries all entries at once; where faulty ones are to be skipped, then the rest.
   *
   * @param beforeCommit told what came of all of them, in the transaction that writes
   */
  public static <E extends SheetEntry<?>> BulkOutcome of(
      List<E> entries,
      BulkOptions options,
      Attempt<E> attempt,
      Consumer<BulkOutcome> beforeCommit) {
    BulkOutcome outcome = attempt.with(entries, beforeCommit);
    if (!options.skipFaulty()) {
      return outcome;
    }
    SortedMap<Integer, List<Fault>> faults = new TreeMap<>(outcome.faults());
    Set<Integer> skipped = new HashSet<>(outcome.skipped());
    // Leaving an entry out can make another faulty that depends on it, so look again until nothing
    // new is found.
    while (!outcome.faults().isEmpty()) {
      List<E> sound =
          entries.stream().filter(entry -> Collections.disjoint(entry.rows(), skipped)).toList();
      outcome = attempt.with(sound, last -> beforeCommit.accept(last.after(faults, skipped)));
      faults.putAll(outcome.faults());
      skipped.addAll(outcome.skipped());
    }
    return outcome.after(faults, skipped);
  }

  /** The same of all entries, some of which had been found faulty before. */
  private BulkOutcome after(SortedMap<Integer, List<Fault>> before, Set<Integer> skippedBefore) {
    SortedMap<Integer, List<Fault>> allFaults = new TreeMap<>(before);
    allFaults.putAll(faults);
    Set<Integer> allSkipped = new HashSet<>(skippedBefore);
    allSkipped.addAll(skipped);
    return new BulkOutcome(created, changed, unchanged, allFaults, warnings, allSkipped, written);
  }
}

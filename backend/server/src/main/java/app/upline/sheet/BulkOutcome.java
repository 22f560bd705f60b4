package app.upline.sheet;

import app.upline.platform.validation.Fault;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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

  /**
   * Tries all entries at once; where faulty ones are to be skipped, then the rest.
   *
   * @param attempt writes the entries it is given, or nothing when one is faulty
   */
  public static <E extends SheetEntry<?>> BulkOutcome of(
      List<E> entries, BulkOptions options, Function<List<E>, BulkOutcome> attempt) {
    BulkOutcome outcome = attempt.apply(entries);
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
      outcome = attempt.apply(sound);
      faults.putAll(outcome.faults());
      skipped.addAll(outcome.skipped());
    }
    return new BulkOutcome(
        outcome.created(),
        outcome.changed(),
        outcome.unchanged(),
        faults,
        outcome.warnings(),
        skipped,
        outcome.written());
  }
}

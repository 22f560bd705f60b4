package app.upline.sheet;

import app.upline.identity.CurrentUser;
import java.util.List;
import java.util.function.Consumer;

/** Makes records of rows: all of them, or those without fault, or none. */
@FunctionalInterface
public interface BulkApplier<E> {

  /**
   * Applies the rows in one transaction; a dry run does the same and takes it back.
   *
   * @param beforeCommit told what came of it in that transaction, where anything is written: what
   *     it writes is there with the records, or not at all. It may be told again, of another try of
   *     the transaction
   */
  BulkOutcome apply(
      CurrentUser user, List<E> rows, BulkOptions options, Consumer<BulkOutcome> beforeCommit);
}

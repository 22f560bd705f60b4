package app.upline.sheet;

import app.upline.identity.CurrentUser;
import java.util.List;

/** Makes records of rows: all of them, or those without fault, or none. */
@FunctionalInterface
public interface BulkApplier<E> {

  /** Applies the rows in one transaction; a dry run does the same and takes it back. */
  BulkOutcome apply(CurrentUser user, List<E> rows, BulkOptions options);
}

package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BulkRun} asks a feature about its records.
 *
 * @param <E> what the sheet says of a record
 * @param <D> a record's content
 * @param <R> a record
 */
public interface RecordMatching<E extends SheetEntry<D>, D, R> {

  Optional<R> byReference(String reference);

  Optional<R> byOwnReference(String ownReference);

  /** One that looks like what the entry describes. */
  Optional<R> lookalike(E entry);

  /** What entries of one sheet about the same thing have in common; null when unknown. */
  @Nullable String lookalikeKey(E entry);

  /**
   * What a new entry, of which nothing above is known, has in common with a record or another entry
   * nevertheless; asked when all have been found.
   */
  default List<Fault> resemblances(E entry) {
    return List.of();
  }

  /** Is told which record an entry is about, before any entry is checked. */
  void found(E entry, UUID id);

  UUID id(R record);

  D details(R record);

  Draft<D> draftOf(D details);

  /** A new record, with what a sheet without these columns leaves unsaid. */
  Draft<D> fresh(E entry);

  /**
   * The content when the rules find no fault, else null and the draft has the faults.
   *
   * @param before the record that is changed, null when it is new
   */
  @Nullable D check(E entry, @Nullable R before, Draft<D> draft);

  /** What to say of a reference that is not there. */
  String unknownReference();

  /** What to say of a second row about the same thing. */
  String duplicateRow(int other);

  /** What to say of a row that looks like a record that is there. */
  String possibleDuplicate(R lookalike);
}

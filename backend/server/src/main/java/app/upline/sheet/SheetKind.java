package app.upline.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of record that can be uploaded: how its sheet looks, and what becomes of the rows. */
public interface SheetKind<E> {

  RecordSheet<E> form();

  /**
   * What becomes of the rows.
   *
   * @param carrierId the carrier that the upload was said to be about; null when it was not
   */
  BulkApplier<E> bulk(@Nullable UUID carrierId);

  /** The operation of the contract that takes such a sheet in. */
  String operation();
}

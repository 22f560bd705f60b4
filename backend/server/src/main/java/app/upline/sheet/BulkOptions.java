package app.upline.sheet;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How a sheet is to be applied.
 *
 * @param write false to find out what would happen
 * @param skipFaulty whether rows without fault are written although others are faulty
 */
@Serdeable
public record BulkOptions(
    boolean write, boolean skipFaulty, PossibleDuplicate onPossibleDuplicate) {

  /** The same, to find out only. */
  public BulkOptions withoutWriting() {
    return new BulkOptions(false, skipFaulty, onPossibleDuplicate);
  }

  /** What to do with a row that names no reference but looks like a record that is there. */
  @Serdeable
  public enum PossibleDuplicate {
    REPORT,
    UPDATE,
    CREATE
  }
}

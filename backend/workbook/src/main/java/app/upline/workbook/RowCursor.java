package app.upline.workbook;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, one after the other; whatever is wrong with the file becomes a refusal.
 */
interface RowCursor extends AutoCloseable {

  /** The next row with something in it; null after the last. */
  @Nullable RawRow next() throws WorkbookRefusedException;

  @Override
  void close();
}

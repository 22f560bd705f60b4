package app.upline.sheet;

import app.upline.workbook.SheetRow;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to the rows of a sheet on their way to being entries. Asked from the top, once. */
interface RowChanges {

  /** Rows as they stand in the file. */
  RowChanges NONE =
      new RowChanges() {
        @Override
        public SheetRow over(SheetRow row) {
          return row;
        }

        @Override
        public Set<String> corrected(int row) {
          return Set.of();
        }
      };

  /** The row as it is to be read; null when it is not. */
  @Nullable SheetRow over(SheetRow row);

  /** Which fields of the row, which was asked for just now, a person has corrected. */
  Set<String> corrected(int row);
}

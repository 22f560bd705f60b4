package app.upline.sheet;

import app.upline.workbook.Cell;
import app.upline.workbook.SheetRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet with what was corrected in them. Corrections are fetched some at a time, in
 * the order of the sheet, so that their number costs no memory.
 */
final class CorrectedRows implements RowChanges {

  private final IntPredicate isRead;
  private final IntFunction<List<RowCorrection>> after;
  private final Deque<RowCorrection> ahead = new ArrayDeque<>();
  private boolean all;
  private @Nullable RowCorrection current;

  /**
   * @param isRead which rows are read at all
   * @param after some corrections of rows below this one, in their order; none when there are none
   */
  CorrectedRows(IntPredicate isRead, IntFunction<List<RowCorrection>> after) {
    this.isRead = isRead;
    this.after = after;
  }

  @Override
  public @Nullable SheetRow over(SheetRow row) {
    if (!isRead.test(row.number())) {
      return null;
    }
    RowCorrection correction = of(row.number());
    if (correction == null) {
      return row;
    }
    if (correction.leftOut()) {
      return null;
    }
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    correction.texts().forEach((field, text) -> cells.put(field, cell(row.address(field), text)));
    boolean blank = cells.values().stream().allMatch(Cell.Blank.class::isInstance);
    return blank ? null : new SheetRow(row.sheet(), row.number(), cells);
  }

  @Override
  public Set<String> corrected(int row) {
    return current != null && current.row() == row ? current.texts().keySet() : Set.of();
  }

  private @Nullable RowCorrection of(int row) {
    while (current == null || current.row() < row) {
      if (ahead.isEmpty() && !all) {
        ahead.addAll(after.apply(current == null ? 0 : current.row()));
        all = ahead.isEmpty();
      }
      if (ahead.isEmpty()) {
        return null;
      }
      current = ahead.poll();
    }
    return current.row() == row ? current : null;
  }

  private static Cell cell(String address, String text) {
    return text.isBlank() ? new Cell.Blank(address) : new Cell.Text(address, text);
  }
}

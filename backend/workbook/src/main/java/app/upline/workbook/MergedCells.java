package app.upline.workbook;

import app.upline.workbook.RawRow.RawCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Cells merged over several rows show one value, which stands in the first of them: people see it
 * in each of the rows, and so it is read.
 */
final class MergedCells {

  private final Map<Integer, List<SheetLayout.Area>> starting = new HashMap<>();

  /** By column: where areas overlap, which no program makes, the one that begins last holds. */
  private final Map<Integer, Active> active = new TreeMap<>();

  private record Active(SheetLayout.Area area, RawCell cell) {}

  MergedCells(SheetLayout layout) {
    for (SheetLayout.Area area : layout.merges()) {
      starting.computeIfAbsent(area.first().row(), row -> new ArrayList<>()).add(area);
    }
  }

  /** Told of an area whose value is read for more, or for less, than its first cell. */
  interface Listener {
    void merged(SheetLayout.Area area, boolean everyRow);
  }

  /**
   * The row with the values that begin above it. To be asked from the top of the sheet.
   *
   * @param isRead whether a column is read at all
   */
  RawRow fill(RawRow raw, IntPredicate isRead, Listener listener) {
    if (starting.isEmpty()) {
      return raw;
    }
    List<RawCell> cells = new ArrayList<>(raw.cells());
    BitSet filled = new BitSet();
    raw.cells().forEach(cell -> filled.set(cell.column()));
    active.values().removeIf(merged -> merged.area().last().row() < raw.number());
    for (Active merged : active.values()) {
      int column = merged.area().first().column();
      if (!filled.get(column)) {
        cells.add(merged.cell());
        if (isRead.test(column)) {
          listener.merged(merged.area(), true);
        }
      }
    }
    for (SheetLayout.Area area : starting.getOrDefault(raw.number(), List.of())) {
      for (RawCell cell : raw.cells()) {
        if (cell.column() == area.first().column()) {
          active.put(area.first().column(), new Active(area, cell));
          if (readsMore(area, isRead)) {
            listener.merged(area, false);
          }
        }
      }
    }
    return cells.size() == raw.cells().size() ? raw : new RawRow(raw.number(), cells, raw.hidden());
  }

  private static boolean readsMore(SheetLayout.Area area, IntPredicate isRead) {
    int last = Math.min(area.last().column(), area.first().column() + 255);
    for (int column = area.first().column() + 1; column <= last; column++) {
      if (isRead.test(column)) {
        return true;
      }
    }
    return false;
  }
}

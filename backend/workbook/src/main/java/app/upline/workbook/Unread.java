package app.upline.workbook;

import app.upline.workbook.RawRow.RawCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person would not expect of how a sheet is read: what they see and we do not read, and what
 * we read and they do not see.
 */
final class Unread {

  private static final int ROWS_NAMED = 20;

  private record Headless(String first, int count) {}

  private final Headings headings;
  private final SheetLayout layout;
  private final Set<Integer> headed;
  private final Map<Integer, Headless> headless = new TreeMap<>();
  private final NavigableSet<Integer> hidden = new TreeSet<>();
  private final NavigableSet<Integer> filtered = new TreeSet<>();
  private final Map<SheetLayout.Area, Boolean> merged = new LinkedHashMap<>();
  private final List<Integer> totals = new ArrayList<>();

  Unread(Headings headings, SheetLayout layout) {
    this.headings = headings;
    this.layout = layout;
    this.headed =
        headings.headings().stream()
            .map(Heading::index)
            .collect(java.util.stream.Collectors.toSet());
  }

  /**
   * Values under no heading; those of a CSV row to the right of all headings are told elsewhere.
   */
  void cells(RawRow raw) {
    for (RawCell cell : raw.cells()) {
      if (!headed.contains(cell.column()) && !(cell.cell() instanceof Cell.Blank)) {
        headless.merge(
            cell.column(),
            new Headless(cell.cell().address(), 1),
            (known, more) -> new Headless(known.first(), known.count() + 1));
      }
    }
  }

  void hiddenRow(int row) {
    (layout.isFiltered(row) ? filtered : hidden).add(row);
  }

  void total(int row) {
    totals.add(row);
  }

  void merged(SheetLayout.Area area, boolean everyRow) {
    if (merged.size() < 100) {
      merged.merge(area, everyRow, Boolean::logicalOr);
    }
  }

  NavigableSet<Integer> filteredRows() {
    return filtered;
  }

  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    String sheet = headings.sheet();
    if (!hidden.isEmpty()) {
      notices.add(
          new Notice(
              Notice.Code.HIDDEN_ROWS_READ,
              sheet,
              "A" + hidden.getFirst(),
              "%s hidden; %s read like all others. Delete what is not meant."
                  .formatted(
                      rows(hidden) + (hidden.size() == 1 ? " is" : " are"),
                      hidden.size() == 1 ? "it was" : "they were")));
    }
    for (Heading heading : headings.headings()) {
      if (layout.isHiddenColumn(heading.index()) && heading.key() != null) {
        notices.add(
            new Notice(
                Notice.Code.HIDDEN_COLUMN_READ,
                sheet,
                heading.letter() + headings.row(),
                "Column %s (“%s”) is hidden; it was read like all others. Delete it, or map it to null, if it is not meant."
                    .formatted(heading.letter(), heading.text())));
      }
    }
    headless.forEach((column, found) -> notices.add(headless(column, found)));
    merged.forEach(
        (area, everyRow) ->
            notices.add(
                new Notice(
                    Notice.Code.MERGED_CELLS,
                    sheet,
                    area.first().toString(),
                    everyRow
                        ? "The cells %s are merged; their value was read for each of these rows."
                            .formatted(area)
                        : "The cells %s are merged; their value was read for column %s alone."
                            .formatted(area, CellAddress.letters(area.first().column())))));
    for (int row : totals) {
      notices.add(
          new Notice(
              Notice.Code.TOTALS_ROW_SKIPPED,
              sheet,
              "A" + row,
              "Row %d is the total row of a table and was not read.".formatted(row)));
    }
    return notices;
  }

  private Notice headless(int column, Headless found) {
    return new Notice(
        Notice.Code.VALUES_WITHOUT_HEADING,
        headings.sheet(),
        found.first(),
        "Column %s has no heading in row %d but holds values (%s, the first in %s); they were not read. Give it a heading if they matter."
            .formatted(
                CellAddress.letters(column),
                headings.row(),
                found.count() == 1 ? "one" : String.valueOf(found.count()),
                found.first()));
  }

  /** Rows as people name them: {@code Rows 3, 7 to 9}. */
  static String rows(NavigableSet<Integer> rows) {
    List<String> named = new ArrayList<>();
    @Nullable Integer from = null;
    int to = 0;
    for (int row : rows) {
      if (from == null) {
        from = row;
      } else if (row != to + 1) {
        named.add(stretch(from, to));
        from = row;
      }
      to = row;
    }
    if (from != null) {
      named.add(stretch(from, to));
    }
    int left = named.size() - ROWS_NAMED;
    String list = String.join(", ", left > 0 ? named.subList(0, ROWS_NAMED) : named);
    return (rows.size() == 1 ? "Row " : "Rows ") + list + (left > 0 ? " and others" : "");
  }

  private static String stretch(int from, int to) {
    return from == to ? String.valueOf(from) : from + (to == from + 1 ? ", " : " to ") + to;
  }
}

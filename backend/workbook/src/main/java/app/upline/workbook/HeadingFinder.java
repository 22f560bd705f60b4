package app.upline.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the heading row in an unknown file: the row that names most of the columns, on whatever
 * sheet.
 */
final class HeadingFinder {

  private static final int ROWS_LOOKED_AT = 50;

  /**
   * Resemblance is costly to compute, so only the rows that look most like headings are compared by
   * it.
   */
  private static final int CANDIDATES = 20;

  private static final int MAX_TEXT = 200;

  private record Candidate(Headings headings, int certain) {}

  /** With fewer names in common two sheets are of different things. */
  private static final int SAME_NAMES = 2;

  private final SheetFile file;
  private final Columns columns;
  private final HeadingMatcher matcher;
  private final Map<String, Candidate> bestOfSheet = new LinkedHashMap<>();

  /** Of each sheet its first rows that name columns, by how many of them. */
  private final Map<String, SortedMap<Integer, Integer>> namesBySheet = new HashMap<>();

  HeadingFinder(SheetFile file, Columns columns) {
    this.file = file;
    this.columns = columns;
    this.matcher = new HeadingMatcher(columns);
    file.expect(matcher.names());
  }

  Headings find(List<String> sheets) throws WorkbookRefusedException {
    List<Candidate> candidates = new ArrayList<>();
    for (String sheet : sheets) {
      collect(sheet, candidates);
      keepBest(candidates);
    }
    return candidates.stream()
        .map(candidate -> propose(candidate.headings()))
        .filter(this::isEnough)
        .max(Comparator.comparingDouble(HeadingFinder::score))
        .orElseThrow(
            () ->
                new WorkbookRefusedException(
                    WorkbookRefusedException.Reason.NO_HEADER,
                    "No row with the expected column headings was found in the first %d rows of any sheet."
                        .formatted(ROWS_LOOKED_AT)));
  }

  Headings at(String sheet, int row) throws WorkbookRefusedException {
    MergedCells merged = new MergedCells(file.layout(sheet));
    try (RowCursor rows = file.rows(sheet)) {
      for (RawRow raw = rows.next(); raw != null && raw.number() <= row; raw = rows.next()) {
        RawRow whole = merged.fill(raw, column -> false, (area, everyRow) -> {});
        if (raw.number() == row) {
          return propose(headings(sheet, whole));
        }
      }
    }
    throw new WorkbookRefusedException(
        WorkbookRefusedException.Reason.NO_HEADER,
        "Row %d of the sheet holds no headings.".formatted(row));
  }

  private void collect(String sheet, List<Candidate> candidates) throws WorkbookRefusedException {
    MergedCells merged = new MergedCells(file.layout(sheet));
    try (RowCursor rows = file.rows(sheet)) {
      for (RawRow raw = rows.next();
          raw != null && raw.number() <= ROWS_LOOKED_AT;
          raw = rows.next()) {
        RawRow whole = merged.fill(raw, column -> false, (area, everyRow) -> {});
        Headings headings = headings(sheet, whole);
        if (!headings.headings().isEmpty()) {
          Candidate candidate = new Candidate(headings, matcher.certain(headings.headings()));
          candidates.add(candidate);
          namesBySheet
              .computeIfAbsent(sheet, key -> new TreeMap<>())
              .put(raw.number(), candidate.certain());
          bestOfSheet.merge(
              sheet, candidate, (known, next) -> next.certain() > known.certain() ? next : known);
        }
      }
    }
  }

  /** Other sheets with the same headings, which are not read. */
  List<Headings> others(Headings found) {
    Candidate best = bestOfSheet.get(found.sheet());
    int enough = Math.max(SAME_NAMES, best == null ? 0 : best.certain() / 2);
    return bestOfSheet.values().stream()
        .filter(candidate -> candidate.certain() >= enough)
        .map(Candidate::headings)
        .filter(headings -> !headings.sheet().equals(found.sheet()))
        .filter(this::hasRows)
        .toList();
  }

  /**
   * A row further up that names columns as headings do, with rows between it and those that were
   * found: the table that begins there is not read.
   */
  OptionalInt passedOver(Headings found) {
    SortedMap<Integer, Integer> rows = namesBySheet.getOrDefault(found.sheet(), new TreeMap<>());
    int enough = Math.max(SAME_NAMES, rows.getOrDefault(found.row(), 0) / 2);
    SortedMap<Integer, Integer> above = rows.headMap(found.row());
    return above.keySet().stream()
        .mapToInt(Integer::intValue)
        .filter(row -> above.get(row) >= enough && row < above.lastKey())
        .findFirst();
  }

  private boolean hasRows(Headings headings) {
    try (RowCursor rows = file.rows(headings.sheet())) {
      for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
        if (raw.number() > headings.row()) {
          return true;
        }
      }
      return false;
    } catch (WorkbookRefusedException e) {
      return true;
    }
  }

  /** Sheet by sheet: a hundred sheets of wide rows would be much to hold. */
  private static void keepBest(List<Candidate> candidates) {
    candidates.sort(
        Comparator.comparingInt(Candidate::certain)
            .thenComparingInt(candidate -> candidate.headings().headings().size())
            .reversed());
    if (candidates.size() > CANDIDATES) {
      candidates.subList(CANDIDATES, candidates.size()).clear();
    }
  }

  private Headings headings(String sheet, RawRow raw) {
    List<Heading> headings = new ArrayList<>();
    for (RawRow.RawCell cell : raw.cells()) {
      String text = cell.cell().text().strip();
      if (!text.isEmpty()) {
        String shown = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        headings.add(new Heading(CellAddress.letters(cell.column()), cell.column(), shown));
      }
    }
    headings.sort(Comparator.comparingInt(Heading::index));
    return new Headings(sheet, raw.number(), headings, columns);
  }

  private Headings propose(Headings raw) {
    return new Headings(raw.sheet(), raw.row(), matcher.propose(raw.headings(), Set.of()), columns);
  }

  // One certain heading, or two guesses, may be a coincidence.
  private boolean isEnough(Headings headings) {
    return score(headings) >= Math.min(2, columns.size());
  }

  /** What several headings name is as good as found. */
  private static double score(Headings headings) {
    double read =
        headings.headings().stream()
            .mapToDouble(
                heading ->
                    switch (heading.confidence()) {
                      case EXACT, ALIAS -> 1;
                      case GUESS -> 0.7;
                      case NONE -> 0;
                    })
            .sum();
    return read + headings.ties().size();
  }
}

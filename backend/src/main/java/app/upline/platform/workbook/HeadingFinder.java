package app.upline.platform.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the heading row in a file nobody has seen before: the row that names most of the columns,
 * on whatever sheet.
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

  private final SheetFile file;
  private final Columns columns;
  private final HeadingMatcher matcher;

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
    try (RowCursor rows = file.rows(sheet)) {
      for (RawRow raw = rows.next(); raw != null && raw.number() <= row; raw = rows.next()) {
        if (raw.number() == row) {
          return propose(headings(sheet, raw));
        }
      }
    }
    throw new WorkbookRefusedException(
        WorkbookRefusedException.Reason.NO_HEADER,
        "Row %d of the sheet holds no headings.".formatted(row));
  }

  private void collect(String sheet, List<Candidate> candidates) throws WorkbookRefusedException {
    try (RowCursor rows = file.rows(sheet)) {
      for (RawRow raw = rows.next();
          raw != null && raw.number() <= ROWS_LOOKED_AT;
          raw = rows.next()) {
        Headings headings = headings(sheet, raw);
        if (!headings.headings().isEmpty()) {
          candidates.add(new Candidate(headings, matcher.certain(headings.headings())));
        }
      }
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
        headings.add(
            new Heading(
                Address.letters(cell.column()), cell.column(), shown, null, Confidence.NONE));
      }
    }
    return new Headings(sheet, raw.number(), headings, columns);
  }

  private Headings propose(Headings raw) {
    return new Headings(raw.sheet(), raw.row(), matcher.propose(raw.headings()), columns);
  }

  // One certain heading, or two guesses, may be a coincidence.
  private boolean isEnough(Headings headings) {
    return score(headings) >= Math.min(2, columns.size());
  }

  private static double score(Headings headings) {
    return headings.headings().stream()
        .mapToDouble(
            heading ->
                switch (heading.confidence()) {
                  case EXACT, ALIAS -> 1;
                  case GUESS -> 0.7;
                  case NONE -> 0;
                })
        .sum();
  }
}

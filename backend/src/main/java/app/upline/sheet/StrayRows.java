package app.upline.sheet;

import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import app.upline.platform.workbook.Cell;
import app.upline.platform.workbook.Column;
import app.upline.platform.workbook.Headings;
import app.upline.platform.workbook.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows that are none of a table's records: headings that are repeated, explanations, totals, notes
 * below it. Each has ten faults or more, and one of them is the reason. A row without fault is
 * never taken for one, whatever it looks like.
 */
final class StrayRows {

  /** With fewer faults it is better to tell them. */
  private static final int ENOUGH_FAULTS = 2;

  /** A row with this many cells may be the beginning of a record. */
  private static final int CELLS_OF_A_NOTE = 2;

  /** A table with fewer columns has rows of few cells. */
  private static final int COLUMNS_OF_A_TABLE = 5;

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:(?:grand|sub|running|report|page|sheet) ?-? ?)?totals?\\b.*"
              + "|(?:sum|count|average|subtotal|number of (?:rows|records|vendors|incidents)|records?|rows?)\\b ?[:=#]?.*\\d.*"
              + "|(?:end of (?:report|file|list|sheet|data)|end)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** How explanations of a column begin, or what they say altogether. */
  private static final Pattern EXPLANATION =
      Pattern.compile(
          "(?:required|optional|mandatory|conditional|recommended)\\b.*"
              + "|(?:enter|choose|select|pick|type|provide|specify|list|write|use|see|refer|leave|must|do not|please|as (?:shown|registered|on)|if (?:any|applicable|other|yes|known))\\b.*"
              + "|(?:e\\.?g\\.?|ex\\.?|example|sample|format|max(?:imum)?|min(?:imum)?|up to|one of|y(?:es)?\\s?/\\s?no?|mm|m/d|dd|yyyy)\\b.*"
              + "|(?:string|text|free text|varchar|char|integer|int|number|numeric|decimal|date|datetime|boolean|bool|drop-?down(?: list)?|picklist|lookup|email|phone|url|auto|currency)(?:\\s?\\(?\\d*\\)?)"
              + "|\\d+\\s*(?:-\\s*\\d+\\s*)?(?:digits?|characters?|chars?|letters?).*"
              + "|[NnXx9#?_-]+(?:[-/. ()]+[NnXx9#?_-]+)*"
              + "|m{1,2}[-/.]d{1,2}[-/.]y{2,4}",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A remark beside what it is about. */
  private static final Pattern BRACKETED =
      Pattern.compile("\\(.*\\)|\\[.*]|\\{.*}|<.*>|\\*.*\\*", Pattern.DOTALL);

  /** Decoration, and numbers of columns. */
  private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|\\(?[a-z0-9]{1,2}\\)?");

  private record Stray(String column, String message) {}

  private final Map<String, Set<String>> names = new HashMap<>();
  private final int columns;
  private final Map<Integer, Stray> found = new HashMap<>();

  StrayRows(RecordSheet<?> sheet, Headings headings) {
    for (Column column : sheet.columns().all()) {
      Set<String> known = new HashSet<>();
      known.add(Words.squeeze(column.key()));
      known.add(Words.squeeze(column.header()));
      column.aliases().forEach(alias -> known.add(Words.squeeze(alias)));
      names.put(column.key(), known);
    }
    headings
        .headings()
        .forEach(
            heading -> {
              if (heading.key() != null) {
                names.get(heading.key()).add(Words.squeeze(heading.text()));
              }
            });
    this.columns = (int) headings.headings().stream().filter(h -> h.key() != null).count();
  }

  /** Takes note of a row that may be none of the table's. */
  void look(Row row) {
    List<Cell> cells = new ArrayList<>();
    int headed = 0;
    int explained = 0;
    int wordless = 0;
    Set<String> texts = new HashSet<>();
    for (Map.Entry<String, Cell> entry : row.cells().entrySet()) {
      Cell cell = entry.getValue();
      String text = Words.tidy(cell.text());
      if (text.isEmpty()) {
        continue;
      }
      cells.add(cell);
      texts.add(text.toLowerCase(Locale.ROOT));
      headed += names.get(entry.getKey()).contains(Words.squeeze(text)) ? 1 : 0;
      explained += EXPLANATION.matcher(text).matches() || BRACKETED.matcher(text).matches() ? 1 : 0;
      wordless += NO_WORDS.matcher(text).matches() ? 1 : 0;
    }
    if (cells.isEmpty()) {
      return;
    }
    String first = Words.tidy(cells.getFirst().text());
    boolean many = cells.size() > CELLS_OF_A_NOTE;
    if (many && headed * 2 >= cells.size()) {
      note(row, cells, "repeats the headings");
    } else if (TOTAL.matcher(first).matches() && cells.size() * 2 <= columns) {
      note(row, cells, "seems to be a total");
    } else if (many && (explained + wordless) * 2 >= cells.size()
        || many && cells.size() >= COLUMNS_OF_A_TABLE && texts.size() * 3 <= cells.size()) {
      note(row, cells, "seems to explain the columns");
    } else if (columns >= COLUMNS_OF_A_TABLE && (!many && cells.size() * 3 <= columns)) {
      note(
          row,
          cells,
          cells.size() == 1
              ? "has one cell only and seems to be a note"
              : "has two cells only and seems to be a note");
    }
  }

  /** The faults, with one in place of all those of a row that is no record. */
  SortedMap<Integer, List<Fault>> instead(SortedMap<Integer, List<Fault>> faults) {
    SortedMap<Integer, List<Fault>> result = new TreeMap<>(faults);
    found.forEach(
        (row, stray) ->
            result.computeIfPresent(
                row,
                (number, all) ->
                    all.size() < ENOUGH_FAULTS
                        ? all
                        : List.of(
                            new Fault(
                                SheetEntry.CELL_POINTER + stray.column(),
                                "NOT_A_RECORD",
                                stray.message()))));
    return result;
  }

  private void note(Row row, List<Cell> cells, String why) {
    String address = cells.getFirst().address();
    found.put(
        row.number(),
        new Stray(
            address.replaceAll("\\d", ""),
            "Row %d %s: a heading, a total or a note is no record. Delete the row; if it is meant as one, fill in what is required."
                .formatted(row.number(), why)));
  }
}

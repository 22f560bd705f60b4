package app.upline.sheet;

import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import app.upline.workbook.Cell;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are none of a table's records: headings that are repeated, explanations, totals, notes
 * below it. Each has ten faults or more, and one of them is the reason. A row without fault is
 * never taken for one, whatever it looks like; but where headings stand again in other columns,
 * nothing below them is read by the first.
 */
final class StrayRows {

  private static final String NOT_A_RECORD = "NOT_A_RECORD";

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

  /**
   * A row that is no record.
   *
   * @param surely whatever its values are
   */
  private record Stray(String column, String message, boolean surely) {
    Fault fault() {
      return new Fault(SheetEntry.CELL_POINTER + column, NOT_A_RECORD, message);
    }
  }

  private final Map<String, Set<String>> names = new HashMap<>();
  private final Set<String> allNames = new HashSet<>();
  private final int headingRow;
  private final int columns;
  private final Map<Integer, Stray> found = new HashMap<>();

  /** The row of the headings that count from there on, where they stand in other columns. */
  private @Nullable Integer otherHeadings;

  StrayRows(RecordSheet<?> sheet, Headings headings) {
    for (SheetColumn column : sheet.columns().all()) {
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
    names.values().forEach(allNames::addAll);
    this.headingRow = headings.row();
    this.columns = (int) headings.headings().stream().filter(h -> h.key() != null).count();
  }

  /** Takes note of a row that may be none of the table's. */
  void look(SheetRow row) {
    List<Cell> cells = new ArrayList<>();
    int headed = 0;
    int elsewhere = 0;
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
      String squeezed = Words.squeeze(text);
      if (names.get(entry.getKey()).contains(squeezed)) {
        headed++;
      } else if (allNames.contains(squeezed)) {
        elsewhere++;
      }
      explained += EXPLANATION.matcher(text).matches() || BRACKETED.matcher(text).matches() ? 1 : 0;
      wordless += NO_WORDS.matcher(text).matches() ? 1 : 0;
    }
    if (cells.isEmpty()) {
      return;
    }
    String first = Words.tidy(cells.getFirst().text());
    boolean many = cells.size() > CELLS_OF_A_NOTE;
    if (many && (headed + elsewhere) * 2 >= cells.size()) {
      if (elsewhere == 0) {
        otherHeadings = null;
        note(row, cells, "repeats the headings");
      } else {
        otherHeadings = row.number();
        noteSurely(
            cells,
            row,
            "Row %d has headings of its own, in other columns than those of row %d. It and the rows below it were not read: put them on a sheet of their own, or in the columns of row %2$d."
                .formatted(row.number(), headingRow));
      }
    } else if (otherHeadings != null) {
      noteSurely(
          cells,
          row,
          "Row %d stands below the headings of row %d, which are in other columns than those of row %d, so it was not read. Put it on a sheet of its own, or in the columns of row %3$d."
              .formatted(row.number(), otherHeadings, headingRow));
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

  /** A person who corrects a row means it as a record, and has seen how it was read. */
  void isOne(int row) {
    found.remove(row);
  }

  /** The faults, with one in place of all those of a row that is no record. */
  SortedMap<Integer, List<Fault>> instead(SortedMap<Integer, List<Fault>> faults) {
    SortedMap<Integer, List<Fault>> result = new TreeMap<>(faults);
    found.forEach(
        (row, stray) ->
            result.computeIfPresent(
                row,
                (number, all) ->
                    all.size() < ENOUGH_FAULTS && !stray.surely() ? all : List.of(stray.fault())));
    return result;
  }

  /** Why a row is surely none of the table's, whatever its values are. */
  Optional<Fault> fault(int row) {
    return Optional.ofNullable(found.get(row)).filter(Stray::surely).map(Stray::fault);
  }

  private void note(SheetRow row, List<Cell> cells, String why) {
    found.put(
        row.number(),
        new Stray(
            columnOf(cells),
            "Row %d %s: a heading, a total or a note is no record. Delete the row; if it is meant as one, fill in what is required."
                .formatted(row.number(), why),
            false));
  }

  private void noteSurely(List<Cell> cells, SheetRow row, String message) {
    found.put(row.number(), new Stray(columnOf(cells), message, true));
  }

  private static String columnOf(List<Cell> cells) {
    return cells.getFirst().address().replaceAll("\\d", "");
  }
}

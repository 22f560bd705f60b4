package app.upline.workbook;

import app.upline.workbook.RawRow.RawCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user's XLSX or CSV file, opened for reading; which of the two is decided by its content. It is
 * read row by row and never held in memory, and nothing in it is ever calculated. Not for use by
 * several threads.
 */
public final class Workbook implements AutoCloseable {

  private static final int MAX_NOTICES = 100;

  private final SheetFile file;
  private final WorkbookLimits limits;
  private final List<Notice> sheetNotices = new ArrayList<>();
  private final Set<Notice> formulaNotices = new LinkedHashSet<>();
  private @Nullable Unread unread;
  private final NavigableMap<Integer, String> surplus = new TreeMap<>();

  private Workbook(SheetFile file, WorkbookLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /**
   * Checks the whole file before anything of it is used.
   *
   * @throws WorkbookRefusedException when it is not one we read, or is larger than we are willing
   *     to read
   */
  public static Workbook open(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    return new Workbook(openSheets(file, limits), limits);
  }

  static SheetFile openSheets(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    try {
      return switch (FileKind.of(file, limits)) {
        case ZIP -> XlsxFile.open(file, limits);
        case TEXT -> CsvFile.open(file, limits);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the visible sheets in their order. */
  public List<String> sheets() {
    return file.sheets();
  }

  /**
   * Looks at the first 50 rows of every visible sheet and picks the row that names most of the
   * columns. What it cannot be sure of is marked {@link Confidence#GUESS}.
   *
   * @throws WorkbookRefusedException with {@code NO_HEADER} when no row names any
   */
  public Headings findHeadings(Columns columns) throws WorkbookRefusedException {
    HeadingFinder finder = new HeadingFinder(file, columns);
    Headings found = finder.find(file.sheets());
    finder.others(found).forEach(other -> sheetNotices.add(Notice.sheetNotRead(other)));
    noticePassedOver(finder, found);
    return found;
  }

  /**
   * The same, in one sheet.
   *
   * @throws IllegalArgumentException when there is no such visible sheet
   */
  public Headings findHeadings(Columns columns, String sheet) throws WorkbookRefusedException {
    if (!file.sheets().contains(sheet)) {
      throw new IllegalArgumentException("There is no visible sheet \"%s\".".formatted(sheet));
    }
    HeadingFinder finder = new HeadingFinder(file, columns);
    Headings found = finder.find(List.of(sheet));
    noticePassedOver(finder, found);
    return found;
  }

  private void noticePassedOver(HeadingFinder finder, Headings found) {
    finder
        .passedOver(found)
        .ifPresent(row -> sheetNotices.add(Notice.rowsAboveNotRead(found, row)));
  }

  /**
   * The headings in a row the caller chose, none of them read as anything yet.
   *
   * @throws IllegalArgumentException when there is no such visible sheet
   * @throws WorkbookRefusedException with {@code NO_HEADER} when the row is blank
   */
  public Headings headingsAt(String sheet, int row) throws WorkbookRefusedException {
    return headingsAt(sheet, row, new Columns(List.of()));
  }

  /** The headings in a row the caller chose, with a proposal for each. */
  public Headings headingsAt(String sheet, int row, Columns columns)
      throws WorkbookRefusedException {
    return new HeadingFinder(file, columns).at(sheet, row);
  }

  /** What the sender should know; complete once the rows have been read, and at most a hundred. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(file.notices());
    notices.addAll(sheetNotices);
    if (unread != null) {
      notices.addAll(unread.notices());
    }
    notices.addAll(formulaNotices);
    return List.copyOf(notices.subList(0, Math.min(MAX_NOTICES, notices.size())));
  }

  /**
   * Shows the visitor every row below the headings that has something in a mapped column.
   *
   * @throws WorkbookRefusedException when there are more rows than allowed; the visitor has then
   *     seen those allowed
   */
  public void forEachRow(Headings headings, RowVisitor visitor) throws WorkbookRefusedException {
    Map<Integer, String> keys = new LinkedHashMap<>();
    int lastHeaded = -1;
    for (Heading heading : headings.headings()) {
      lastHeaded = Math.max(lastHeaded, heading.index());
      if (heading.key() != null) {
        keys.put(heading.index(), heading.key());
      }
    }
    SheetLayout layout = file.layout(headings.sheet());
    Unread told = new Unread(headings, layout);
    unread = told;
    MergedCells merged = new MergedCells(layout);
    int count = 0;
    try (RowCursor rows = file.rows(headings.sheet())) {
      for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
        if (raw.number() <= headings.row()) {
          continue;
        }
        if (layout.isTotal(raw.number())) {
          told.total(raw.number());
          continue;
        }
        RawRow whole = merged.fill(raw, keys::containsKey, told::merged);
        if (!hasValue(raw, keys)) {
          told.cells(raw);
          noticeFormulas(headings.sheet(), raw, keys);
          continue;
        }
        if (++count > limits.maxRows()) {
          throw WorkbookRefusedException.tooManyRows(limits.maxRows());
        }
        if (raw.hidden()) {
          told.hiddenRow(raw.number());
        }
        noteUnheaded(raw, lastHeaded, told);
        visitor.visit(row(headings.sheet(), whole, keys));
      }
    }
  }

  /** A CSV row that is longer than its headings has been cut at the wrong places. */
  private void noteUnheaded(RawRow raw, int lastHeaded, Unread told) {
    if (file instanceof CsvFile) {
      for (RawCell cell : raw.cells()) {
        if (cell.column() > lastHeaded) {
          surplus.put(raw.number(), cell.cell().address());
          return;
        }
      }
    }
    told.cells(raw);
  }

  /** How many columns a sheet has up to the last that holds anything. */
  public int width(String sheet) throws WorkbookRefusedException {
    int width = 0;
    try (RowCursor rows = file.rows(sheet)) {
      for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
        for (RawCell cell : raw.cells()) {
          width = Math.max(width, cell.column() + 1);
        }
      }
    }
    return width;
  }

  /** The rows that a filter hides, among those that have been visited. */
  public NavigableSet<Integer> filteredRows() {
    return unread == null ? new TreeSet<>() : unread.filteredRows();
  }

  /**
   * The rows of a CSV file that hold more values than there are headings, and their first cells.
   */
  public NavigableMap<Integer, String> surplus() {
    return surplus;
  }

  /** Rows as people name them: {@code Rows 3, 7 to 9}. */
  public static String inWords(NavigableSet<Integer> rows) {
    return Unread.rows(rows);
  }

  private static boolean hasValue(RawRow raw, Map<Integer, String> keys) {
    for (RawCell cell : raw.cells()) {
      if (keys.containsKey(cell.column()) && holdsValue(cell)) {
        return true;
      }
    }
    return false;
  }

  /** A formula that was never calculated does not make a row of an empty one. */
  private static boolean holdsValue(RawCell cell) {
    return switch (cell.cell()) {
      case Cell.Blank blank -> false;
      case Cell.Unreadable unreadable -> !cell.computed() || !unreadable.isNotCalculated();
      default -> true;
    };
  }

  private SheetRow row(String sheet, RawRow raw, Map<Integer, String> keys)
      throws WorkbookRefusedException {
    Map<Integer, Cell> byColumn = HashMap.newHashMap(raw.cells().size());
    for (RawCell cell : raw.cells()) {
      if (cell.cell() instanceof Cell.Unreadable known
          && known.isTooLong()
          && keys.containsKey(cell.column())) {
        throw WorkbookRefusedException.tooLarge(
            "Cell %s holds too much text; shorten it.".formatted(known.address()));
      }
      byColumn.put(cell.column(), cell.cell());
    }
    noticeFormulas(sheet, raw, keys);
    Map<String, Cell> cells = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(
        (column, key) -> {
          Cell cell = byColumn.get(column);
          cells.put(
              key,
              cell == null
                  ? new Cell.Blank(new CellAddress(column, raw.number()).toString())
                  : cell);
        });
    return new SheetRow(sheet, raw.number(), cells);
  }

  private void noticeFormulas(String sheet, RawRow raw, Map<Integer, String> keys) {
    for (RawCell cell : raw.cells()) {
      if (cell.computed()
          && keys.containsKey(cell.column())
          && formulaNotices.size() < MAX_NOTICES) {
        noticeFormula(sheet, cell.cell());
      }
    }
  }

  private void noticeFormula(String sheet, Cell cell) {
    if (cell instanceof Cell.Unreadable unreadable && unreadable.isNotCalculated()) {
      formulaNotices.add(Notice.formulaWithoutValue(sheet, cell.address()));
    } else if (!(cell instanceof Cell.Blank)) {
      formulaNotices.add(Notice.formulaValueUsed(sheet, cell.address()));
    }
  }

  @Override
  public void close() {
    file.close();
  }
}

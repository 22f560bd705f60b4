package app.upline.platform.workbook;

import app.upline.platform.workbook.RawRow.RawCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody's XLSX or CSV file, opened for reading; which of the two is decided by its content. It
 * is read row by row and never held in memory, and nothing in it is ever calculated. Not for use by
 * several threads.
 */
public final class Workbook implements AutoCloseable {

  private static final int MAX_NOTICES = 100;

  private final SheetFile file;
  private final WorkbookLimits limits;
  private final Set<Notice> formulaNotices = new LinkedHashSet<>();

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
    return new HeadingFinder(file, columns).find(file.sheets());
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
    return new HeadingFinder(file, columns).find(List.of(sheet));
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
    for (Heading heading : headings.headings()) {
      if (heading.key() != null) {
        keys.put(heading.index(), heading.key());
      }
    }
    int count = 0;
    try (RowCursor rows = file.rows(headings.sheet())) {
      for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
        if (raw.number() > headings.row() && hasValue(raw, keys)) {
          if (++count > limits.maxRows()) {
            throw WorkbookRefusedException.tooManyRows(limits.maxRows());
          }
          visitor.visit(row(headings.sheet(), raw, keys));
        }
      }
    }
  }

  private static boolean hasValue(RawRow raw, Map<Integer, String> keys) {
    for (RawCell cell : raw.cells()) {
      if (keys.containsKey(cell.column()) && !(cell.cell() instanceof Cell.Blank)) {
        return true;
      }
    }
    return false;
  }

  private Row row(String sheet, RawRow raw, Map<Integer, String> keys)
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
      if (cell.computed() && keys.containsKey(cell.column())) {
        noticeFormula(sheet, cell.cell());
      }
    }
    Map<String, Cell> cells = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(
        (column, key) -> {
          Cell cell = byColumn.get(column);
          cells.put(
              key,
              cell == null ? new Cell.Blank(new Address(column, raw.number()).toString()) : cell);
        });
    return new Row(sheet, raw.number(), cells);
  }

  private void noticeFormula(String sheet, Cell cell) {
    if (formulaNotices.size() < MAX_NOTICES) {
      formulaNotices.add(
          cell instanceof Cell.Blank
              ? Notice.formulaWithoutValue(sheet, cell.address())
              : Notice.formulaValueUsed(sheet, cell.address()));
    }
  }

  @Override
  public void close() {
    file.close();
  }
}

package app.upline.sheet;

import app.upline.platform.share.Place;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetRow;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was read, before it is known what its rows become.
 *
 * @param filtered the rows that a filter hides
 * @param stray which of the rows seem to be no records
 */
record SheetReading<E>(
    Headings headings,
    List<E> entries,
    List<Notice> notices,
    NavigableSet<Integer> filtered,
    StrayRows stray) {

  private static final int ROWS_OF_A_TURN = 500;

  /**
   * Reads it, with no transaction open.
   *
   * @param changes what is done to its rows first; made anew where the sheet is read twice
   */
  static <E> SheetReading<E> of(
      RecordSheet<E> form,
      Path file,
      WorkbookLimits limits,
      UploadRequest request,
      Supplier<RowChanges> changes)
      throws WorkbookRefusedException, MappingRefusedException {
    List<E> entries = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings headings = headings(form, workbook, request);
      DateOrders orders = new DateOrders(form.columns());
      UnaryOperator<SheetRow> looking =
          row -> {
            orders.look(row);
            return row;
          };
      StrayRows stray = read(form, workbook, headings, request, changes.get(), looking, entries);
      if (orders.contradictReading()) {
        // Rare, and the sheet is not held: it is read again.
        entries.clear();
        stray =
            read(
                form,
                workbook,
                headings,
                request,
                changes.get(),
                orders::withoutAmbiguous,
                entries);
      }
      NavigableSet<Integer> filtered = workbook.filteredRows();
      List<Notice> notices = UploadNotices.of(form, workbook, headings);
      notices.addAll(UploadNotices.ofFilter(filtered, request.onFilteredRows()));
      return new SheetReading<>(headings, entries, notices, filtered, stray);
    }
  }

  /** Which column holds which field: found, and as the request says. */
  static Headings headings(RecordSheet<?> form, Workbook workbook, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    return headings(form, workbook, request.sheet(), request.headerRow(), request.mapping());
  }

  static Headings headings(
      RecordSheet<?> form,
      Workbook workbook,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      Map<String, @Nullable String> mapping)
      throws WorkbookRefusedException, MappingRefusedException {
    try {
      Headings found;
      if (headerRow != null) {
        String wanted = sheet == null ? workbook.sheets().getFirst() : sheet;
        found = workbook.headingsAt(wanted, headerRow, form.columns());
      } else if (sheet != null) {
        found = workbook.findHeadings(form.columns(), sheet);
      } else {
        found = workbook.findHeadings(form.columns());
      }
      return found.with(mapping);
    } catch (IllegalArgumentException e) {
      throw new MappingRefusedException(e.getMessage());
    }
  }

  private static <E> StrayRows read(
      RecordSheet<E> form,
      Workbook workbook,
      Headings headings,
      UploadRequest request,
      RowChanges changes,
      UnaryOperator<SheetRow> look,
      List<E> entries)
      throws WorkbookRefusedException {
    StrayRows stray = new StrayRows(form, headings);
    workbook.forEachRow(
        headings,
        row -> {
          if (request.onFilteredRows() == UploadRequest.FilteredRows.SKIP
              && workbook.filteredRows().contains(row.number())) {
            return;
          }
          SheetRow wanted = changes.over(row);
          if (wanted == null) {
            return;
          }
          SheetRow seen = look.apply(wanted);
          stray.look(seen);
          // Whoever corrected a row has seen how it was cut.
          String surplus =
              changes.isCorrected(row.number()) ? null : workbook.surplus().get(row.number());
          E entry = entry(form, seen, surplus);
          stray
              .fault(row.number())
              .ifPresent(
                  fault -> form.typed(entry).fault(fault.pointer(), fault.code(), fault.message()));
          take(entry, entries);
        });
    return stray;
  }

  /** A row with values beyond the last heading was cut at the wrong places: none of it is sure. */
  private static <E> E entry(RecordSheet<E> form, SheetRow row, @Nullable String surplus) {
    E entry = form.entry(row);
    if (surplus != null) {
      form.typed(entry)
          .fault(
              SheetEntry.CELL_POINTER + surplus.replaceAll("\\d", ""),
              "SURPLUS_VALUES",
              "The row has more values than there are headings. A value that holds the separator itself goes into quotation marks; or give the column a heading.");
    }
    return entry;
  }

  /** Between rows nothing is held, so others can go on. */
  private static <E> void take(E entry, List<E> entries) {
    entries.add(entry);
    if (entries.size() % ROWS_OF_A_TURN == 0) {
      Place.offerTurn();
    }
  }
}

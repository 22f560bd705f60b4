package app.upline.sheet;

import app.upline.platform.share.Place;
import app.upline.platform.validation.Fault;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetRow;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was read, before it is known what its rows become.
 *
 * @param raw the headings as they were found, before anything was said of them
 * @param request with the mapping that it was read by
 * @param remembered the mapping that was used although the sender did not say it; null for none
 * @param values what the mapping says of values
 * @param filtered the rows that a filter hides
 * @param stray which of the rows seem to be no records
 */
record SheetReading<E>(
    Headings raw,
    Headings headings,
    UploadRequest request,
    @Nullable RememberedMapping remembered,
    MappedValues values,
    List<E> entries,
    List<Notice> notices,
    NavigableSet<Integer> filtered,
    StrayRows stray) {

  private static final int ROWS_OF_A_TURN = 500;

  /**
   * Reads it, with no transaction open.
   *
   * @param asked how it is to be read
   * @param changes what is done to its rows first; made again where the sheet is read twice
   * @param source what is known of the sheet beside what its sender says
   * @param watch told how far it is
   */
  static <E> SheetReading<E> of(
      RecordSheet<E> form,
      Path file,
      WorkbookLimits limits,
      UploadRequest asked,
      Supplier<RowChanges> changes,
      MappingSource source,
      ImportWatch watch)
      throws WorkbookRefusedException, MappingRefusedException {
    List<E> entries = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings raw = found(form, workbook, asked.sheet(), asked.headerRow());
      MappingSource.Found said = source.of(raw, asked.mapping());
      UploadRequest request = asked.with(said.mapping());
      Headings headings = read(raw, said);
      MappedValues values = new MappedValues(form, said.mapping());
      DateOrders orders = new DateOrders(form.columns());
      StrayRows stray =
          read(
              form,
              workbook,
              headings,
              request,
              changes.get(),
              values,
              Glance.at(orders),
              watch,
              entries);
      if (orders.contradictReading()) {
        // Rare, and the sheet is not held: it is read again.
        entries.clear();
        values = new MappedValues(form, said.mapping());
        stray =
            read(
                form,
                workbook,
                headings,
                request,
                changes.get(),
                values,
                Glance.by(orders),
                watch,
                entries);
      }
      NavigableSet<Integer> filtered = workbook.filteredRows();
      List<Notice> notices = UploadNotices.of(form, workbook, headings);
      notices.addAll(UploadNotices.ofFilter(filtered, request.onFilteredRows()));
      return new SheetReading<>(
          raw, headings, request, said.remembered(), values, entries, notices, filtered, stray);
    }
  }

  /** Which column holds which field: found, and as the request says. */
  static Headings headings(RecordSheet<?> form, Workbook workbook, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    return read(found(form, workbook, request.sheet(), request.headerRow()), request.mapping());
  }

  /** Which column seems to hold which field. */
  static Headings found(
      RecordSheet<?> form, Workbook workbook, @Nullable String sheet, @Nullable Integer headerRow)
      throws WorkbookRefusedException, MappingRefusedException {
    try {
      if (headerRow != null) {
        String wanted = sheet == null ? workbook.sheets().getFirst() : sheet;
        return workbook.headingsAt(wanted, headerRow, form.columns());
      }
      return sheet == null
          ? workbook.findHeadings(form.columns())
          : workbook.findHeadings(form.columns(), sheet);
    } catch (IllegalArgumentException e) {
      throw new MappingRefusedException(e.getMessage());
    }
  }

  /** The same headings, as a mapping says. */
  static Headings read(Headings found, SheetMapping mapping) throws MappingRefusedException {
    try {
      Headings read = found.with(mapping.overrides());
      List<Fault> faults = MappingRules.faults(mapping, found.columns());
      if (!faults.isEmpty()) {
        Fault first = faults.getFirst();
        throw new MappingRefusedException("%s: %s".formatted(first.pointer(), first.message()));
      }
      return read.fixing(mapping.fixedFields());
    } catch (IllegalArgumentException e) {
      throw new MappingRefusedException(e.getMessage());
    }
  }

  /** A sender who said nothing of the sheet is told which remembered mapping did. */
  static Headings read(Headings found, MappingSource.Found said) throws MappingRefusedException {
    try {
      return read(found, said.mapping());
    } catch (MappingRefusedException e) {
      throw said.remembered() == null
          ? e
          : new MappingRefusedException(
              "%s This is said by “%s”, which is remembered of these headings: change it in /v1/sheet-mappings, or send recallMapping: false."
                  .formatted(e.getMessage(), said.remembered().name()));
    }
  }

  /**
   * How a row is looked at for the order of day and month.
   *
   * @param first as it stands in the file
   * @param then with what was corrected in it, and in which fields
   */
  private record Glance(
      Consumer<SheetRow> first, BiFunction<SheetRow, Set<String>, SheetRow> then) {

    /** To find what each column proves. */
    static Glance at(DateOrders orders) {
      return new Glance(orders::look, (row, corrected) -> row);
    }

    /** By what has been proven. */
    static Glance by(DateOrders orders) {
      return new Glance(row -> {}, orders::withoutAmbiguous);
    }
  }

  private static <E> StrayRows read(
      RecordSheet<E> form,
      Workbook workbook,
      Headings headings,
      UploadRequest request,
      RowChanges changes,
      MappedValues values,
      Glance glance,
      ImportWatch watch,
      List<E> entries)
      throws WorkbookRefusedException {
    StrayRows stray = new StrayRows(form, headings);
    workbook.forEachRow(
        headings,
        row -> {
          // As it stands in the file: what a row proves of others it proves when it is corrected,
          // too.
          glance.first().accept(row);
          stray.look(row);
          if (request.onFilteredRows() == UploadRequest.FilteredRows.SKIP
              && workbook.filteredRows().contains(row.number())) {
            return;
          }
          SheetRow wanted = changes.over(row);
          if (wanted == null) {
            return;
          }
          Set<String> corrected = changes.corrected(row.number());
          SheetRow seen = glance.then().apply(wanted, corrected);
          String surplus = workbook.surplus().get(row.number());
          if (!corrected.isEmpty()) {
            stray.isOne(row.number());
            surplus = null;
          }
          E entry = entry(form, values.in(seen), surplus);
          stray
              .fault(row.number())
              .ifPresent(
                  fault -> form.typed(entry).fault(fault.pointer(), fault.code(), fault.message()));
          take(entry, entries, watch);
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
  private static <E> void take(E entry, List<E> entries, ImportWatch watch) {
    entries.add(entry);
    if (entries.size() % ROWS_OF_A_TURN == 0) {
      watch.read(entries.size());
      Place.offerTurn();
    }
  }
}

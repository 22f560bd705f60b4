package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.platform.share.Place;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetRow;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded sheet in: reads it with no transaction open, applies it in one, records the
 * attempt.
 */
@Singleton
public final class SheetImporter {

  private static final int ROWS_OF_A_TURN = 500;

  private final ImportLog log;
  private final WorkbookLimits limits;

  SheetImporter(ImportLog log, WorkbookLimits limits) {
    this.log = log;
    this.limits = limits;
  }

  /** Which column seems to hold which field. */
  public ImportAttempt.Mapping propose(
      RecordSheet<?> form, Path file, @Nullable String sheet, @Nullable Integer headerRow)
      throws WorkbookRefusedException, MappingRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      return mapping(headings(form, workbook, sheet, headerRow, Map.of()), Map.of());
    }
  }

  /** Reads the file and applies it, or finds out what would happen. */
  public <E> ImportAttempt upload(
      CurrentUser user, RecordSheet<E> form, BulkApplier<E> bulk, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    List<E> rows = new ArrayList<>();
    Headings headings;
    List<ImportAttempt.Notice> notices;
    NavigableSet<Integer> filtered;
    StrayRows stray;
    try (Workbook workbook = Workbook.open(file, limits)) {
      headings = headings(form, workbook, request.sheet(), request.headerRow(), request.mapping());
      DateOrders orders = new DateOrders(form.columns());
      stray =
          read(
              form,
              workbook,
              headings,
              request,
              row -> {
                orders.look(row);
                return row;
              },
              rows);
      if (orders.contradictReading()) {
        // Rare, and the sheet is not held: it is read again.
        rows.clear();
        stray = read(form, workbook, headings, request, orders::withoutAmbiguous, rows);
      }
      filtered = workbook.filteredRows();
      notices = UploadNotices.of(form, workbook, headings);
      notices.addAll(UploadNotices.ofFilter(filtered, request.onFilteredRows()));
    }
    List<ImportFault> faults =
        new ArrayList<>(UploadQuestions.of(form, headings, filtered, request));
    BulkOptions options = faults.isEmpty() ? request.options() : request.options().withoutWriting();
    BulkOutcome outcome = bulk.apply(user, rows, options);
    FaultPlaces places = new FaultPlaces(form, headings);
    faults.addAll(places.place(stray.instead(outcome.faults())));
    notices.addAll(UploadNotices.of(places.place(outcome.warnings())));
    ImportAttempt.Status status = status(request.options(), outcome, faults);
    ImportLog.Entry entry =
        new ImportLog.Entry(
            form.subject(),
            request.options().write() ? ImportAttempt.Mode.COMMIT : ImportAttempt.Mode.DRY_RUN,
            status,
            request.fileName(),
            mapping(headings, request.mapping()),
            notices,
            counts(rows.size(), outcome, status),
            faults);
    return log.record(user, entry, file);
  }

  private static <E> StrayRows read(
      RecordSheet<E> form,
      Workbook workbook,
      Headings headings,
      UploadRequest request,
      UnaryOperator<SheetRow> look,
      List<E> rows)
      throws WorkbookRefusedException {
    StrayRows stray = new StrayRows(form, headings);
    workbook.forEachRow(
        headings,
        row -> {
          if (request.onFilteredRows() != UploadRequest.FilteredRows.SKIP
              || !workbook.filteredRows().contains(row.number())) {
            SheetRow seen = look.apply(row);
            stray.look(seen);
            E entry = entry(form, seen, workbook.surplus().get(row.number()));
            stray
                .fault(row.number())
                .ifPresent(
                    fault ->
                        form.typed(entry).fault(fault.pointer(), fault.code(), fault.message()));
            take(entry, rows);
          }
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
  private static <E> void take(E entry, List<E> rows) {
    rows.add(entry);
    if (rows.size() % ROWS_OF_A_TURN == 0) {
      Place.offerTurn();
    }
  }

  /** Of a sheet that was rejected nothing became anything: every row is as good as skipped. */
  private static ImportAttempt.Counts counts(
      int rows, BulkOutcome outcome, ImportAttempt.Status status) {
    return status == ImportAttempt.Status.REJECTED
        ? new ImportAttempt.Counts(rows, 0, 0, 0, rows)
        : new ImportAttempt.Counts(
            rows,
            outcome.created(),
            outcome.changed(),
            outcome.unchanged(),
            outcome.skipped().size());
  }

  private static ImportAttempt.Status status(
      BulkOptions options, BulkOutcome outcome, List<ImportFault> faults) {
    if (!options.write()) {
      return faults.isEmpty()
          ? ImportAttempt.Status.CHECKED
          : ImportAttempt.Status.CHECKED_WITH_ERRORS;
    }
    if (!outcome.written()) {
      return ImportAttempt.Status.REJECTED;
    }
    return faults.isEmpty() ? ImportAttempt.Status.APPLIED : ImportAttempt.Status.APPLIED_IN_PART;
  }

  private static Headings headings(
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

  private static ImportAttempt.Mapping mapping(
      Headings headings, Map<String, @Nullable String> chosen) {
    Set<String> named =
        chosen.keySet().stream().map(SheetImporter::plain).collect(Collectors.toSet());
    List<ImportAttempt.MappedColumn> columns =
        headings.headings().stream().map(heading -> column(heading, named)).toList();
    return new ImportAttempt.Mapping(headings.sheet(), headings.row(), columns);
  }

  private static ImportAttempt.MappedColumn column(Heading heading, Set<String> chosen) {
    boolean byCaller =
        chosen.contains(plain(heading.text())) || chosen.contains(plain(heading.letter()));
    return new ImportAttempt.MappedColumn(
        heading.letter(),
        heading.text(),
        heading.key(),
        MappingConfidence.of(heading.confidence(), byCaller));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}

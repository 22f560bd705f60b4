package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded sheet in: reads it with no transaction open, applies it in one, records the
 * attempt.
 */
@Singleton
public final class SheetImporter {

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
      return mapping(SheetReading.headings(form, workbook, sheet, headerRow, Map.of()), Map.of());
    }
  }

  /** Reads the file and applies it, or finds out what would happen. */
  public <E> ImportAttempt upload(
      CurrentUser user, RecordSheet<E> form, BulkApplier<E> bulk, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    ImportLog.Entry entry = entry(user, form, bulk, file, request, () -> RowChanges.NONE);
    return log.record(user, entry, request, file, new UploadedRows(form, file, limits, request));
  }

  /**
   * What came of it.
   *
   * @param changes what is done to its rows first
   */
  <E> ImportLog.Entry entry(
      CurrentUser user,
      RecordSheet<E> form,
      BulkApplier<E> bulk,
      Path file,
      UploadRequest request,
      Supplier<RowChanges> changes)
      throws WorkbookRefusedException, MappingRefusedException {
    SheetReading<E> reading = SheetReading.of(form, file, limits, request, changes);
    Headings headings = reading.headings();
    List<ImportFault> faults =
        new ArrayList<>(UploadQuestions.of(form, headings, reading.filtered(), request));
    BulkOptions options = faults.isEmpty() ? request.options() : request.options().withoutWriting();
    BulkOutcome outcome = bulk.apply(user, reading.entries(), options);
    FaultPlaces places = new FaultPlaces(form, headings);
    faults.addAll(places.place(reading.stray().instead(outcome.faults())));
    List<ImportAttempt.Notice> notices = new ArrayList<>(reading.notices());
    notices.addAll(UploadNotices.of(places.place(outcome.warnings())));
    ImportAttempt.Status status = status(request.options(), outcome, faults);
    return new ImportLog.Entry(
        form.subject(),
        request.options().write() ? ImportAttempt.Mode.COMMIT : ImportAttempt.Mode.DRY_RUN,
        status,
        request.fileName(),
        mapping(headings, request.mapping()),
        notices,
        counts(reading.entries().size(), outcome, status),
        faults,
        faultyRows(headings, faults),
        outcome.written() ? outcome.skipped() : Set.of(),
        outcome.written());
  }

  private static Set<Integer> faultyRows(Headings headings, List<ImportFault> faults) {
    Set<Integer> rows = new HashSet<>();
    faults.stream()
        .mapToInt(ImportFault::row)
        .filter(row -> row > headings.row())
        .forEach(rows::add);
    return rows;
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

package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.workbook.Headings;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded sheet in: reads it with no transaction open, applies it in one, records the
 * attempt.
 */
@Singleton
public final class SheetImporter {

  private final ImportLog log;
  private final SheetMappings mappings;
  private final WorkbookLimits limits;

  SheetImporter(ImportLog log, SheetMappings mappings, WorkbookLimits limits) {
    this.log = log;
    this.mappings = mappings;
    this.limits = limits;
  }

  /** Which column seems to hold which field. */
  public ImportAttempt.Mapping propose(
      CurrentUser user,
      RecordSheet<?> form,
      Path file,
      @Nullable String sheet,
      @Nullable Integer headerRow)
      throws WorkbookRefusedException, MappingRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings raw = SheetReading.found(form, workbook, sheet, headerRow);
      MappingSource.Found found = mappings.source(user, form.subject()).of(raw, SheetMapping.NONE);
      return AppliedMapping.of(
          form,
          SheetReading.read(raw, found.mapping()),
          found.mapping(),
          new MappedValues(form, found.mapping()),
          found.remembered());
    }
  }

  /** Reads the file and applies it, or finds out what would happen. */
  public <E> ImportAttempt upload(
      CurrentUser user, RecordSheet<E> form, BulkApplier<E> bulk, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    MappingSource source =
        request.recalls() ? mappings.source(user, form.subject()) : MappingSource.NONE;
    ImportLog.Entry entry = entry(user, form, bulk, file, request, () -> RowChanges.NONE, source);
    ImportAttempt attempt =
        log.record(user, entry, file, new UploadedRows(form, file, limits, entry.request()));
    remember(user, form, request, entry);
    return attempt;
  }

  /** What people said, and how it was read by it, is there for the next sheet of the kind. */
  void remember(CurrentUser user, RecordSheet<?> form, UploadRequest said, ImportLog.Entry entry) {
    if (said.remembers() && !said.mapping().saysNothing()) {
      mappings.remember(
          user, form.subject(), entry.raw(), entry.request().mapping(), said.fileName());
    }
  }

  /**
   * What came of it.
   *
   * @param changes what is done to its rows first
   * @param source what is known of the sheet beside what its sender says
   */
  <E> ImportLog.Entry entry(
      CurrentUser user,
      RecordSheet<E> form,
      BulkApplier<E> bulk,
      Path file,
      UploadRequest request,
      Supplier<RowChanges> changes,
      MappingSource source)
      throws WorkbookRefusedException, MappingRefusedException {
    SheetReading<E> reading = SheetReading.of(form, file, limits, request, changes, source);
    Headings headings = reading.headings();
    List<ImportFault> faults =
        new ArrayList<>(UploadQuestions.of(form, headings, reading.filtered(), request));
    BulkOptions options = faults.isEmpty() ? request.options() : request.options().withoutWriting();
    BulkOutcome outcome = bulk.apply(user, reading.entries(), options);
    FaultPlaces places = new FaultPlaces(form, headings);
    faults.addAll(places.place(reading.stray().instead(outcome.faults())));
    List<ImportAttempt.Notice> notices = new ArrayList<>(reading.notices());
    if (reading.remembered() != null) {
      notices.addFirst(AppliedMapping.notice(headings, reading.remembered()));
    }
    notices.addAll(UploadNotices.of(places.place(outcome.warnings())));
    ImportAttempt.Status status = status(request.options(), outcome, faults);
    return new ImportLog.Entry(
        form.subject(),
        request.options().write() ? ImportAttempt.Mode.COMMIT : ImportAttempt.Mode.DRY_RUN,
        status,
        request.fileName(),
        AppliedMapping.of(
            form, headings, reading.request().mapping(), reading.values(), reading.remembered()),
        notices,
        counts(reading.entries().size(), outcome, status),
        faults,
        faultyRows(headings, faults),
        outcome.written() ? outcome.skipped() : Set.of(),
        outcome.written(),
        reading.request(),
        reading.raw());
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
}

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
    return take(
        user,
        new Upload<>(form, bulk, file, request),
        () -> RowChanges.NONE,
        source(user, form, request),
        ImportWatch.NONE,
        log.recording(user, file));
  }

  /**
   * Looks at a file that is too large to be taken in while its sender waits: whether it can be
   * opened, and which column holds which field.
   */
  ImportLog.Waiting look(CurrentUser user, RecordSheet<?> form, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings raw = SheetReading.found(form, workbook, request.sheet(), request.headerRow());
      MappingSource.Found found = source(user, form, request).of(raw, request.mapping());
      return new ImportLog.Waiting(
          form.subject(),
          request,
          AppliedMapping.of(
              form,
              SheetReading.read(raw, found),
              found.mapping(),
              new MappedValues(form, found.mapping()),
              found.remembered()));
    }
  }

  /** What is known of a sheet that was just sent. */
  MappingSource source(CurrentUser user, RecordSheet<?> form, UploadRequest request) {
    return request.recalls() ? mappings.source(user, form.subject()) : MappingSource.NONE;
  }

  /** Puts down what came of a sheet; in the transaction that writes its records, if any does. */
  @FunctionalInterface
  interface Keeping {
    ImportAttempt keep(ImportLog.Entry entry, UploadedRows uploaded);
  }

  private record Kept(ImportLog.Entry entry, ImportAttempt attempt) {}

  /** A file, what it is about, and what is to be done with it. */
  record Upload<E>(RecordSheet<E> form, BulkApplier<E> bulk, Path file, UploadRequest request) {}

  /**
   * Reads the file, applies it, or finds out what would happen, and keeps what came of it.
   *
   * @param changes what is done to its rows first
   * @param source what is known of the sheet beside what its sender says
   * @param watch told how far it is
   */
  <E> ImportAttempt take(
      CurrentUser user,
      Upload<E> upload,
      Supplier<RowChanges> changes,
      MappingSource source,
      ImportWatch watch,
      Keeping keeping)
      throws WorkbookRefusedException, MappingRefusedException {
    RecordSheet<E> form = upload.form();
    Path file = upload.file();
    UploadRequest request = upload.request();
    SheetReading<E> reading = SheetReading.of(form, file, limits, request, changes, source, watch);
    List<ImportFault> asked =
        UploadQuestions.of(form, reading.headings(), reading.filtered(), request);
    BulkOptions options = asked.isEmpty() ? request.options() : request.options().withoutWriting();
    AtomicReference<Kept> kept = new AtomicReference<>();
    Consumer<BulkOutcome> keep =
        outcome -> {
          ImportLog.Entry entry = entry(form, reading, request, asked, outcome);
          UploadedRows uploaded = new UploadedRows(form, file, limits, entry.request());
          kept.set(new Kept(entry, keeping.keep(entry, uploaded)));
        };
    watch.checks();
    BulkOutcome outcome = upload.bulk().apply(user, reading.entries(), options, keep);
    if (!outcome.written()) {
      keep.accept(outcome);
    }
    remember(user, form, request, kept.get().entry());
    return kept.get().attempt();
  }

  /** What people said, and how it was read by it, is there for the next sheet of the kind. */
  private void remember(
      CurrentUser user, RecordSheet<?> form, UploadRequest said, ImportLog.Entry entry) {
    if (said.remembers() && !said.mapping().saysNothing()) {
      mappings.remember(
          user, form.subject(), entry.raw(), entry.request().mapping(), said.fileName());
    }
  }

  private static <E> ImportLog.Entry entry(
      RecordSheet<E> form,
      SheetReading<E> reading,
      UploadRequest request,
      List<ImportFault> asked,
      BulkOutcome outcome) {
    Headings headings = reading.headings();
    List<ImportFault> faults = new ArrayList<>(asked);
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
        ImportAttempt.Mode.of(request.options()),
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

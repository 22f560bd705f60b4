package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.upload.MemoryFile;
import app.upline.platform.validation.Fault;
import app.upline.sheet.BulkOptions.PossibleDuplicate;
import app.upline.sheet.UploadRequest.FilteredRows;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Corrects rows of an upload and looks at the whole of it again. Corrections are kept first, in a
 * transaction of their own: whatever becomes of the rest, they need not be typed twice. One person
 * at a time, since what is found is found of the corrections as they were.
 */
@Singleton
public final class ImportCorrections {

  /** Longer than any sheet takes; a server that dies meanwhile blocks others no longer. */
  private static final Duration BUSY = Duration.ofMinutes(5);

  private final ImportReading reading;
  private final ImportChecks checks;
  private final SheetImporter importer;
  private final RowsToCorrect rows;
  private final ImportJobs jobs;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  ImportCorrections(
      ImportReading reading,
      ImportChecks checks,
      SheetImporter importer,
      RowsToCorrect rows,
      ImportJobs jobs,
      Database database,
      AuditTrail audit,
      Clock clock) {
    this.reading = reading;
    this.checks = checks;
    this.importer = importer;
    this.rows = rows;
    this.jobs = jobs;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is wanted; what is null is as it was.
   *
   * @param write false to find out what would happen
   * @param mapping what is said of columns and values, over what was said before
   */
  public record Request(
      boolean write,
      @Nullable Boolean skipFaulty,
      @Nullable PossibleDuplicate onPossibleDuplicate,
      @Nullable FilteredRows onFilteredRows,
      @Nullable Boolean confirmGuesses,
      SheetMapping mapping,
      List<Row> rows) {}

  /**
   * A row that is corrected.
   *
   * @param leaveOut whether it is no record; null for as it was
   */
  public record Row(int row, @Nullable Boolean leaveOut, List<Cell> cells) {}

  /**
   * A cell that is corrected.
   *
   * @param text null for what was uploaded
   */
  public record Cell(String field, @Nullable String text) {}

  /**
   * An upload that is to be looked at again.
   *
   * @param later whether that is done in the background
   */
  private record Begun(ImportAttempt attempt, ImportSettings settings, boolean later) {}

  /** Corrects, and checks or writes; where the sheet is large, that is put down to be done. */
  public <E> Outcome<ImportAttempt> correct(
      CurrentUser user, SheetKind<E> kind, UUID id, ExpectedVersion expected, Request request) {
    return switch (begin(user, kind.form(), id, expected, request)) {
      case Outcome.Refused<Begun>(var refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Begun>(Begun begun) when begun.later() ->
          Outcome.done(reading.find(user, kind.form().subject(), id).orElseThrow());
      case Outcome.Done<Begun>(Begun begun) -> {
        Outcome<ImportAttempt> outcome = null;
        try {
          outcome = now(user, kind, begun, request);
          yield outcome;
        } finally {
          if (outcome == null || outcome.isRefused()) {
            checks.free(user, begun.attempt());
          }
        }
      }
    };
  }

  private <E> Outcome<ImportAttempt> now(
      CurrentUser user, SheetKind<E> kind, Begun begun, Request wanted) {
    try {
      return Outcome.done(
          run(
              user,
              kind,
              begun,
              new ImportJobs.Correction(wanted.write(), wanted.mapping()),
              ImportWatch.NONE,
              UnaryOperator.identity()));
    } catch (MappingRefusedException refused) {
      return Outcome.invalid("/mapping", "MAPPING_INVALID", refused.getMessage());
    } catch (WorkbookRefusedException refused) {
      return Outcome.wrongState(notTakenInAnyMore(refused));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It was taken in by an earlier version of the service. */
  private static String notTakenInAnyMore(WorkbookRefusedException refused) {
    return "Such files are not taken in any more. %s Upload another one."
        .formatted(refused.getMessage());
  }

  /**
   * Looks at an upload again, as was put down.
   *
   * @param finishing what is done besides where it is kept what came of it
   */
  <E> void again(
      CurrentUser user,
      SheetKind<E> kind,
      ImportJobRow job,
      ImportWatch watch,
      UnaryOperator<SheetImporter.Keeping> finishing)
      throws IOException, WorkbookRefusedException, MappingRefusedException {
    ImportReading.Settled found =
        database.reading(() -> reading.settled(user, job.subject(), job.importId())).orElseThrow();
    Begun begun = new Begun(found.attempt(), Objects.requireNonNull(found.settings()), true);
    run(user, kind, begun, jobs.request(job, ImportJobs.Correction.class), watch, finishing);
  }

  private Outcome<Begun> begin(
      CurrentUser user, RecordSheet<?> form, UUID id, ExpectedVersion expected, Request request) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Instant now = clock.instant();
          ImportReading.Settled found = checks.lock(user, form.subject(), id).orElse(null);
          if (found == null) {
            return Outcome.notFound("upload");
          }
          return expected.ifCurrent(
              found.attempt().version(), () -> begin(user, form, found, request, now));
        });
  }

  private Outcome<Begun> begin(
      CurrentUser user,
      RecordSheet<?> form,
      ImportReading.Settled found,
      Request request,
      Instant now) {
    ImportAttempt attempt = found.attempt();
    Instant until = attempt.correctableUntil();
    if (attempt.status() == ImportAttempt.Status.APPLIED) {
      return Outcome.wrongState("Everything of this upload was written.");
    }
    if (until == null || !until.isAfter(now) || found.settings() == null) {
      return Outcome.wrongState(
          "The file of this upload is not kept, or not any more; upload it again.");
    }
    if (attempt.progress() != null || found.busyUntil() != null && found.busyUntil().isAfter(now)) {
      return Outcome.wrongState(
          "Corrections of this upload are being checked at the moment; read it again in a while.");
    }
    List<Integer> numbers = request.rows().stream().map(Row::row).toList();
    List<Fault> faults =
        CorrectionRules.faults(request, form.columns(), rows.correctable(attempt.id(), numbers));
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    var owner = new RowsToCorrect.Owner(user.agencyId(), attempt.id(), until);
    int corrected = rows.correct(owner, merged(owner, request));
    ImportSettings settings = found.settings().with(request);
    boolean later = reading.isLarge(attempt.id());
    checks.begin(attempt, settings, corrected, later ? now : now.plus(BUSY));
    if (later) {
      jobs.putAgain(
          user,
          form.subject(),
          attempt.id(),
          new ImportJobs.Correction(request.write(), request.mapping()));
    }
    audit.changed(
        "import",
        attempt.id(),
        null,
        Digest.of(attempt.version(), attempt.correctedRows()),
        Digest.of(attempt.version() + 1, corrected, numbers));
    return Outcome.done(new Begun(attempt.begun(corrected), settings, later));
  }

  private List<RowCorrection> merged(RowsToCorrect.Owner owner, Request request) {
    Map<Integer, RowCorrection> before =
        rows.corrections(
            owner.agencyId(), owner.importId(), request.rows().stream().map(Row::row).toList());
    return request.rows().stream()
        .map(
            row -> {
              Map<String, @Nullable String> texts = new LinkedHashMap<>();
              row.cells().forEach(cell -> texts.put(cell.field(), cell.text()));
              return before
                  .getOrDefault(row.row(), RowCorrection.none(row.row()))
                  .with(row.leaveOut(), texts);
            })
        .toList();
  }

  private <E> ImportAttempt run(
      CurrentUser user,
      SheetKind<E> kind,
      Begun begun,
      ImportJobs.Correction wanted,
      ImportWatch watch,
      UnaryOperator<SheetImporter.Keeping> finishing)
      throws IOException, WorkbookRefusedException, MappingRefusedException {
    ImportAttempt attempt = begun.attempt();
    UploadRequest request = begun.settings().request(attempt.fileName(), wanted.write());
    SheetMapping before = request.mapping();
    UploadRequest said = request.with(wanted.mapping());
    try (MemoryFile file =
        MemoryFile.of(copy -> reading.writeFile(user.agencyId(), attempt.id(), copy))) {
      return importer.take(
          user,
          new SheetImporter.Upload<>(
              kind.form(), kind.bulk(request.carrierId()), file.path(), said),
          changes(user, attempt),
          (headings, mapping) -> new MappingSource.Found(mapping.after(before, headings), null),
          watch,
          finishing.apply((entry, uploaded) -> checks.finish(user, attempt, entry, uploaded)));
    }
  }

  private Supplier<RowChanges> changes(CurrentUser user, ImportAttempt attempt) {
    BitSet left =
        attempt.status() == ImportAttempt.Status.APPLIED_IN_PART
            ? database.reading(() -> rows.unwritten(attempt.id()))
            : null;
    return () ->
        new CorrectedRows(
            row -> left == null || left.get(row),
            row -> rows.correctionsAfter(user.agencyId(), attempt.id(), row));
  }
}

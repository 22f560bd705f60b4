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
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Corrects rows of an upload and looks at the whole of it again. Corrections are kept first, in a
 * transaction of their own: whatever becomes of the rest, nobody types them twice. One person at a
 * time, since what is found is found of the corrections as they were.
 */
@Singleton
public final class ImportCorrections {

  /** Longer than any sheet takes; a server that dies in the middle blocks nobody for longer. */
  private static final Duration BUSY = Duration.ofMinutes(5);

  private final ImportLog log;
  private final SheetImporter importer;
  private final RowsToCorrect rows;
  private final WorkbookLimits limits;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  ImportCorrections(
      ImportLog log,
      SheetImporter importer,
      RowsToCorrect rows,
      WorkbookLimits limits,
      Database database,
      AuditTrail audit,
      Clock clock) {
    this.log = log;
    this.importer = importer;
    this.rows = rows;
    this.limits = limits;
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

  /** An upload that is being looked at again. */
  private record Begun(ImportAttempt attempt, ImportSettings settings) {}

  /**
   * Corrects, and checks or writes.
   *
   * @param bulk what becomes of the rows, given the carrier that the upload was said to be about
   */
  public <E> Outcome<ImportAttempt> correct(
      CurrentUser user,
      RecordSheet<E> form,
      Function<@Nullable UUID, BulkApplier<E>> bulk,
      UUID id,
      ExpectedVersion expected,
      Request request) {
    return switch (begin(user, form, id, expected, request)) {
      case Outcome.Refused<Begun>(var refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Begun>(Begun begun) -> {
        Outcome<ImportAttempt> outcome = null;
        try {
          outcome = run(user, form, bulk, begun, request);
          yield outcome;
        } finally {
          if (outcome == null || outcome.isRefused()) {
            log.free(user, id, begun.attempt().version());
          }
        }
      }
    };
  }

  private Outcome<Begun> begin(
      CurrentUser user, RecordSheet<?> form, UUID id, ExpectedVersion expected, Request request) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Instant now = clock.instant();
          ImportLog.Locked found = log.lock(user, form.subject(), id).orElse(null);
          if (found == null) {
            return Outcome.notFound("upload");
          }
          return expected.ifCurrent(
              found.attempt().version(), () -> begin(user, form, found, request, now));
        });
  }

  private Outcome<Begun> begin(
      CurrentUser user, RecordSheet<?> form, ImportLog.Locked found, Request request, Instant now) {
    ImportAttempt attempt = found.attempt();
    Instant until = attempt.correctableUntil();
    if (attempt.status() == ImportAttempt.Status.APPLIED) {
      return Outcome.wrongState("Everything of this upload was written.");
    }
    if (until == null || !until.isAfter(now) || found.settings() == null) {
      return Outcome.wrongState(
          "The file of this upload is not kept, or not any more; upload it again.");
    }
    if (found.busyUntil() != null && found.busyUntil().isAfter(now)) {
      return Outcome.wrongState(
          "Corrections of this upload are being checked at the moment; read it again in a while.");
    }
    List<Fault> faults = faults(form, attempt.id(), request);
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    var owner = new RowsToCorrect.Owner(user.agencyId(), attempt.id(), until);
    int corrected = rows.correct(owner, merged(owner, request));
    ImportSettings settings = found.settings().with(request);
    log.begin(attempt, settings, corrected, now.plus(BUSY));
    List<Integer> numbers = request.rows().stream().map(Row::row).toList();
    audit.changed(
        "import",
        attempt.id(),
        null,
        Digest.of(attempt.version(), attempt.correctedRows()),
        Digest.of(attempt.version() + 1, corrected, numbers));
    return Outcome.done(new Begun(attempt.begun(corrected), settings));
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

  private List<Fault> faults(RecordSheet<?> form, UUID id, Request request) {
    List<Fault> faults = new ArrayList<>();
    MappingRules.faults(request.mapping(), form.columns())
        .forEach(
            fault ->
                faults.add(new Fault("/mapping" + fault.pointer(), fault.code(), fault.message())));
    Set<Integer> correctable = rows.correctable(id, request.rows().stream().map(Row::row).toList());
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < request.rows().size(); i++) {
      Row row = request.rows().get(i);
      String pointer = "/rows/" + i;
      if (!seen.add(row.row())) {
        faults.add(
            new Fault(
                pointer + "/row", "DUPLICATE_ROW", "Row %d is named twice.".formatted(row.row())));
      } else if (!correctable.contains(row.row())) {
        faults.add(
            new Fault(
                pointer + "/row",
                "UNKNOWN_ROW",
                "Row %d is not among the rows that wait to be corrected.".formatted(row.row())));
      }
      Set<String> fields = new HashSet<>();
      for (int j = 0; j < row.cells().size(); j++) {
        String field = row.cells().get(j).field();
        String place = "%s/cells/%d/field".formatted(pointer, j);
        if (!form.columns().has(field)) {
          faults.add(new Fault(place, "UNKNOWN_FIELD", "There is no such field."));
        } else if (!fields.add(field)) {
          faults.add(new Fault(place, "DUPLICATE_FIELD", "This field is named twice in the row."));
        }
      }
    }
    return faults;
  }

  private <E> Outcome<ImportAttempt> run(
      CurrentUser user,
      RecordSheet<E> form,
      Function<@Nullable UUID, BulkApplier<E>> bulk,
      Begun begun,
      Request wanted) {
    ImportAttempt attempt = begun.attempt();
    UploadRequest request = begun.settings().request(attempt.fileName(), wanted.write());
    SheetMapping before = request.mapping();
    UploadRequest said = request.with(wanted.mapping());
    try (MemoryFile file = MemoryFile.of(copy -> log.writeFile(attempt.id(), copy))) {
      ImportLog.Entry entry =
          importer.entry(
              user,
              form,
              bulk.apply(request.carrierId()),
              file.path(),
              said,
              changes(user, attempt),
              (headings, mapping) ->
                  new MappingSource.Found(mapping.after(before, headings), null));
      ImportAttempt after =
          log.finish(
              user, attempt, entry, new UploadedRows(form, file.path(), limits, entry.request()));
      importer.remember(user, form, said, entry);
      return Outcome.done(after);
    } catch (MappingRefusedException refused) {
      return Outcome.invalid("/mapping", "MAPPING_INVALID", refused.getMessage());
    } catch (WorkbookRefusedException refused) {
      // It was taken in by an earlier version of the service.
      return Outcome.wrongState(
          "Such files are not taken in any more. %s Upload another one."
              .formatted(refused.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.workbook.WorkbookRefusedException;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be done about uploads that are too large for anybody to wait for: put down with the
 * file, and done by {@link ImportWorker}, on whichever server.
 */
@Singleton
public final class ImportJobs {

  /** More of one agency wait for the first of them to be done. */
  private static final int MOST = 8;

  private final ImportJobRows rows;
  private final ImportReading reading;
  private final ImportLog log;
  private final SheetImporter importer;
  private final Database database;
  private final StoredJson json;
  private final AuditTrail audit;
  private final Clock clock;

  ImportJobs(
      ImportJobRows rows,
      ImportReading reading,
      ImportLog log,
      SheetImporter importer,
      Database database,
      StoredJson json,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.reading = reading;
    this.log = log;
    this.importer = importer;
    this.database = database;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is asked of an upload that was taken in before, beside its corrections. */
  @Serdeable
  record Correction(boolean write, SheetMapping mapping) {}

  /** Whether the caller's agency may ask for one more. */
  public boolean hasRoom(CurrentUser user) {
    return database.reading(() -> rows.countByAgencyId(user.agencyId())) < MOST;
  }

  /** Puts an upload down, once it is seen that it can be opened and has headings. */
  public ImportAttempt put(CurrentUser user, RecordSheet<?> form, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    ImportLog.Waiting waiting = importer.look(user, form, file, request);
    return database.writing(
        () -> {
          UUID id = log.recordWaiting(user, waiting, file);
          save(user, id, form.subject(), false, request);
          return reading.find(user, form.subject(), id).orElseThrow();
        });
  }

  /** Puts down that an upload is to be looked at again; in the transaction at hand. */
  void putAgain(CurrentUser user, String subject, UUID importId, Correction correction) {
    save(user, importId, subject, true, correction);
  }

  private void save(
      CurrentUser user, UUID importId, String subject, boolean corrects, Object request) {
    rows.save(
        new ImportJobRow(
            importId,
            user.agencyId(),
            subject,
            user.id(),
            corrects,
            json.text(request),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            ImportAttempt.Phase.WAITING,
            0,
            false,
            0,
            null,
            null));
  }

  /** What was asked, in the form that it was put down in. */
  <T> T request(ImportJobRow job, Class<T> form) {
    return json.read(job.request(), Argument.of(form));
  }

  /** Asks that no more be done; at once where no server has begun with it. */
  public Outcome<ImportAttempt> cancel(CurrentUser user, String subject, UUID id) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<ImportAttempt> attempt = reading.find(user, subject, id);
          if (attempt.isEmpty()) {
            return Outcome.notFound("upload");
          }
          Optional<ImportJobRow> job = rows.lock(id);
          if (job.isEmpty()) {
            return Outcome.wrongState("Nothing is being done about this upload any more.");
          }
          if (isBegun(job.get())) {
            rows.askToCancel(id);
            String digest = Digest.of(attempt.get().version(), attempt.get().status());
            audit.changed("import", id, null, digest, Digest.of(digest, "cancel"));
          } else {
            removed(job.get(), attempt.get());
          }
          return Outcome.done(reading.find(user, subject, id).orElseThrow());
        });
  }

  private boolean isBegun(ImportJobRow job) {
    Instant until = job.claimedUntil();
    return job.claimedBy() != null && until != null && !until.isBefore(clock.instant());
  }

  /**
   * Keeps what came of it and takes note that it is done, in one transaction; that fails with an
   * {@link ImportCanceledException} when it was to go no further, or another server is at it.
   */
  SheetImporter.Keeping finishing(ImportJobRow job, UUID server, SheetImporter.Keeping keeping) {
    return (entry, uploaded) ->
        database.writing(
            () -> {
              rows.lock(job.importId())
                  .filter(now -> server.equals(now.claimedBy()) && !now.cancelAsked())
                  .orElseThrow(ImportCanceledException::new);
              rows.remove(job.importId());
              return keeping.keep(entry, uploaded);
            });
  }

  /** Ends what was canceled, unless another server is at it. */
  void canceled(CurrentUser user, ImportJobRow job, UUID server) {
    database.writing(
        () -> {
          rows.lock(job.importId())
              .filter(now -> server.equals(now.claimedBy()))
              .ifPresent(
                  now ->
                      removed(
                          now, reading.find(user, job.subject(), job.importId()).orElseThrow()));
          return null;
        });
  }

  private void removed(ImportJobRow job, ImportAttempt attempt) {
    rows.remove(job.importId());
    if (job.corrects()) {
      String digest = Digest.of(attempt.version(), attempt.status());
      audit.changed("import", attempt.id(), null, digest, digest);
    } else {
      log.end(attempt, ImportAttempt.Status.CANCELED, List.of());
    }
  }

  /**
   * Ends what cannot be done. One that was taken in before is as it was, and told.
   *
   * @param why a sentence for the person who uploaded it
   */
  void failed(CurrentUser user, ImportJobRow job, UUID server, String why) {
    database.writing(
        () -> {
          boolean ours =
              rows.lock(job.importId()).filter(now -> server.equals(now.claimedBy())).isPresent();
          if (ours) {
            rows.remove(job.importId());
            ImportAttempt attempt = reading.find(user, job.subject(), job.importId()).orElseThrow();
            Notice notice = new Notice(null, "NOT_TAKEN_IN", why);
            if (job.corrects()) {
              List<Notice> notices = new ArrayList<>(List.of(notice));
              notices.addAll(attempt.notices());
              log.tell(attempt, notices);
            } else {
              log.end(attempt, ImportAttempt.Status.FAILED, List.of(notice));
            }
          }
          return null;
        });
  }
}

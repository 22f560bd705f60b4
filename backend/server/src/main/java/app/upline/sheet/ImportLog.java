package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.workbook.Headings;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records every upload, and what comes of those that wait. */
@Singleton
final class ImportLog {
  private final Database database;
  private final ImportRows imports;
  private final ImportContent content;
  private final StoredJson json;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ImportLog(
      Database database,
      ImportRows imports,
      ImportContent content,
      StoredJson json,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.content = content;
    this.json = json;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is to be recorded of an upload.
   *
   * @param subject which kind of record the sheet was about
   * @param faultyRows the rows of the sheet, below its headings, that have faults
   * @param unwrittenRows where others were written, the rows that were not
   * @param written whether anything may have been written
   * @param request how it was read and applied
   * @param raw its headings as they were found
   */
  record Entry(
      String subject,
      ImportAttempt.Mode mode,
      ImportAttempt.Status status,
      String fileName,
      ImportAttempt.Mapping mapping,
      List<ImportAttempt.Notice> notices,
      ImportAttempt.Counts counts,
      List<ImportFault> faults,
      Set<Integer> faultyRows,
      Set<Integer> unwrittenRows,
      boolean written,
      UploadRequest request,
      Headings raw) {}

  /**
   * An upload that waits to be taken in.
   *
   * @param mapping which column seems to hold which field
   */
  record Waiting(String subject, UploadRequest request, ImportAttempt.Mapping mapping) {}

  /** Records an attempt; keeps the file when there is something to mark, or correct, in it. */
  SheetImporter.Keeping recording(CurrentUser user, Path file) {
    UUID id = ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return (entry, uploaded) -> record(user, id, now, entry, file, uploaded);
  }

  private ImportAttempt record(
      CurrentUser user, UUID id, Instant now, Entry entry, Path file, UploadedRows uploaded) {
    return database.writing(
        () -> {
          boolean kept = !entry.faults().isEmpty();
          insert(user, id, now, entry, kept ? ImportSettings.of(entry.request()) : null);
          content.addFaults(id, entry.faults());
          if (kept) {
            content.keepFile(user.agencyId(), id, now, file);
            content.keepRows(
                new RowsToCorrect.Owner(user.agencyId(), id, ImportContent.keptUntil(now)),
                entry,
                uploaded);
          }
          audit.changed(
              "import", id, null, null, Digest.of(entry.mode(), entry.status(), entry.counts()));
          return new ImportAttempt(
              id,
              entry.mode(),
              entry.status(),
              entry.fileName(),
              entry.mapping(),
              entry.notices(),
              entry.counts(),
              entry.faults().size(),
              now,
              user.name(),
              1,
              0,
              kept ? ImportContent.keptUntil(now) : null,
              null);
        });
  }

  /** Records an upload that is taken in later, with its file; in the transaction at hand. */
  UUID recordWaiting(CurrentUser user, Waiting waiting, Path file) {
    UUID id = ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UploadRequest request = waiting.request();
    ImportAttempt.Mode mode = ImportAttempt.Mode.of(request.options());
    imports.save(
        new ImportRow(
            id,
            user.agencyId(),
            waiting.subject(),
            mode,
            ImportAttempt.Status.PROCESSING,
            request.fileName(),
            json.text(waiting.mapping()),
            json.text(List.of()),
            0,
            0,
            0,
            0,
            0,
            0,
            now,
            user.id(),
            1,
            0,
            null,
            null));
    content.keepFile(user.agencyId(), id, now, file);
    audit.changed("import", id, null, null, Digest.of(mode, ImportAttempt.Status.PROCESSING));
    return id;
  }

  /** Ends an upload of which nothing becomes; in the transaction at hand. */
  void end(ImportAttempt attempt, ImportAttempt.Status status, List<ImportAttempt.Notice> notices) {
    imports.end(attempt.id(), attempt.version(), status, json.text(notices));
    content.dropFile(attempt.id());
    audit.changed(
        "import",
        attempt.id(),
        null,
        Digest.of(attempt.mode(), attempt.status()),
        Digest.of(attempt.mode(), status));
  }

  /** Adds something to what is known of an upload; in the transaction at hand. */
  void tell(ImportAttempt attempt, List<ImportAttempt.Notice> notices) {
    imports.end(attempt.id(), attempt.version(), attempt.status(), json.text(notices));
    String digest = Digest.of(attempt.mode(), attempt.status());
    audit.changed("import", attempt.id(), null, digest, Digest.of(digest, notices.size()));
  }

  private void insert(
      CurrentUser user, UUID id, Instant now, Entry entry, @Nullable ImportSettings settings) {
    ImportAttempt.Counts counts = entry.counts();
    imports.save(
        new ImportRow(
            id,
            user.agencyId(),
            entry.subject(),
            entry.mode(),
            entry.status(),
            entry.fileName(),
            json.text(entry.mapping()),
            json.text(entry.notices()),
            counts.rows(),
            counts.created(),
            counts.changed(),
            counts.unchanged(),
            counts.skipped(),
            entry.faults().size(),
            now,
            user.id(),
            1,
            0,
            settings == null ? null : json.text(settings),
            null));
  }
}

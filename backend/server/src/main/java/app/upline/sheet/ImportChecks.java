package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Puts what comes of looking at a recorded upload in the place of what was known of it. */
@Singleton
final class ImportChecks {
  private final Database database;
  private final ImportReading reading;
  private final ImportRows imports;
  private final ImportContent content;
  private final StoredJson json;
  private final AuditTrail audit;

  ImportChecks(
      Database database,
      ImportReading reading,
      ImportRows imports,
      ImportContent content,
      StoredJson json,
      AuditTrail audit) {
    this.database = database;
    this.reading = reading;
    this.imports = imports;
    this.content = content;
    this.json = json;
    this.audit = audit;
  }

  /** The upload, locked to be corrected. */
  Optional<ImportReading.Settled> lock(CurrentUser user, String subject, UUID id) {
    boolean there =
        database
            .first(
                Sql.of(
                    "select 1 from sheet_import where id = ? and agency_id = ? and subject = ? for update",
                    id,
                    user.agencyId(),
                    subject),
                row -> 1)
            .isPresent();
    return there ? reading.settled(user, subject, id) : Optional.empty();
  }

  /** Takes note that the upload is looked at again. */
  void begin(ImportAttempt before, ImportSettings settings, int corrected, Instant busyUntil) {
    imports.begin(before.id(), before.version(), json.text(settings), corrected, busyUntil);
  }

  /** Lets others go on, where {@link #finish} has not. */
  void free(CurrentUser user, ImportAttempt begun) {
    database.writing(
        () -> {
          String digest = Digest.of(begun.version(), begun.correctedRows());
          audit.changed("import", begun.id(), null, digest, digest);
          return imports.free(user.agencyId(), begun.id(), begun.version());
        });
  }

  /**
   * Puts what came of looking at it again in the place of what was known of it. Of an upload that
   * was applied in part more may have been; it never becomes less.
   */
  ImportAttempt finish(
      CurrentUser user, ImportAttempt begun, ImportLog.Entry entry, UploadedRows uploaded) {
    UUID id = begun.id();
    return database.writing(
        () -> {
          ImportAttempt now = after(begun, entry);
          // Of one that was not looked at yet: there is nothing to mark, or correct, in it.
          boolean done =
              begun.status() == ImportAttempt.Status.PROCESSING && entry.faults().isEmpty();
          int changed =
              imports.finish(
                  user.agencyId(),
                  id,
                  begun.version(),
                  now.mode(),
                  now.status(),
                  json.text(now.mapping()),
                  json.text(now.notices()),
                  now.counts().rows(),
                  now.counts().created(),
                  now.counts().changed(),
                  now.counts().unchanged(),
                  now.counts().skipped(),
                  now.errorCount(),
                  done ? null : json.text(ImportSettings.of(entry.request())));
          if (changed > 0) {
            if (done) {
              content.dropFile(id);
            }
            content.replaceFaults(id, entry.faults());
            content.replaceRows(
                new RowsToCorrect.Owner(
                    user.agencyId(), id, ImportContent.keptUntil(begun.uploadedAt())),
                entry,
                uploaded);
            audit.changed(
                "import",
                id,
                null,
                Digest.of(begun.mode(), begun.status(), begun.counts()),
                Digest.of(now.mode(), now.status(), now.counts()));
          }
          return reading.find(user, entry.subject(), id).orElseThrow();
        });
  }

  private static ImportAttempt after(ImportAttempt begun, ImportLog.Entry entry) {
    boolean inPart = begun.status() == ImportAttempt.Status.APPLIED_IN_PART;
    ImportAttempt.Counts before = begun.counts();
    ImportAttempt.Counts counts =
        !inPart
            ? entry.counts()
            : !entry.written()
                ? before
                : new ImportAttempt.Counts(
                    before.rows(),
                    before.created() + entry.counts().created(),
                    before.changed() + entry.counts().changed(),
                    before.unchanged() + entry.counts().unchanged(),
                    entry.counts().skipped());
    boolean stays = inPart && !entry.written();
    return new ImportAttempt(
        begun.id(),
        inPart ? begun.mode() : entry.mode(),
        stays ? begun.status() : entry.status(),
        begun.fileName(),
        entry.mapping().used(begun.mapping().remembered()),
        entry.notices(),
        counts,
        entry.faults().size(),
        begun.uploadedAt(),
        begun.uploadedBy(),
        begun.version() + 1,
        begun.correctedRows(),
        begun.correctableUntil(),
        null);
  }
}

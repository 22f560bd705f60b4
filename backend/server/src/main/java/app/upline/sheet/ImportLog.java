package app.upline.sheet;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.workbook.Headings;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every upload, with all its faults, and for a while the file itself if it has any. */
@Singleton
public final class ImportLog {

  private static final Duration FILE_KEPT = Duration.ofDays(30);
  private static final int PART_BYTES = 1 << 20;

  private static final KeyOrder ATTEMPTS =
      KeyOrder.of("sheet_import i", "sheet_import_by_agency")
          .with("join app_user u on u.id = i.uploaded_by");

  private final Database database;
  private final ImportRows imports;
  private final ImportFileRows files;
  private final RowsToCorrect rows;
  private final JsonMapper json;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ImportLog(
      Database database,
      ImportRows imports,
      ImportFileRows files,
      RowsToCorrect rows,
      JsonMapper json,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.rows = rows;
    this.database = database;
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
  public record Entry(
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

  /** An upload that nobody else can change meanwhile. */
  record Locked(
      ImportAttempt attempt, @Nullable ImportSettings settings, @Nullable Instant busyUntil) {}

  /** Records the attempt; keeps the file when there is something to mark, or correct, in it. */
  ImportAttempt record(CurrentUser user, Entry entry, Path file, UploadedRows uploaded) {
    UUID id = ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.writing(
        () -> {
          boolean kept = !entry.faults().isEmpty();
          insert(user, id, now, entry, kept ? ImportSettings.of(entry.request()) : null);
          insertFaults(id, entry.faults());
          if (kept) {
            keep(id, now.plus(FILE_KEPT), file);
            put(new RowsToCorrect.Owner(user.agencyId(), id, now.plus(FILE_KEPT)), entry, uploaded);
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
              kept ? now.plus(FILE_KEPT) : null);
        });
  }

  /** The upload, locked to be corrected. */
  Optional<Locked> lock(CurrentUser user, String subject, UUID id) {
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
    if (!there) {
      return Optional.empty();
    }
    return database.first(
        attempts(user, subject).add("and i.id = ?", id),
        row -> {
          ImportRow found = database.entity(row, ImportRow.class);
          String settings = found.settings();
          return new Locked(
              attempt(row),
              settings == null ? null : read(settings, Argument.of(ImportSettings.class)),
              found.busyUntil());
        });
  }

  /** Takes note that the upload is looked at again. */
  void begin(ImportAttempt before, ImportSettings settings, int corrected, Instant busyUntil) {
    imports.begin(before.id(), before.version(), text(settings), corrected, busyUntil);
  }

  /** Lets others go on, where {@link #finish} has not. */
  void free(CurrentUser user, UUID id, int version) {
    database.writing(() -> imports.free(user.agencyId(), id, version));
  }

  /**
   * Puts what came of looking at it again in the place of what was known of it. Of an upload that
   * was applied in part more may have been; it never becomes less.
   */
  ImportAttempt finish(CurrentUser user, ImportAttempt begun, Entry entry, UploadedRows uploaded) {
    UUID id = begun.id();
    return database.writing(
        () -> {
          ImportAttempt now = after(begun, entry);
          int changed =
              imports.finish(
                  user.agencyId(),
                  id,
                  begun.version(),
                  now.mode(),
                  now.status(),
                  text(now.mapping()),
                  text(now.notices()),
                  now.counts().rows(),
                  now.counts().created(),
                  now.counts().changed(),
                  now.counts().unchanged(),
                  now.counts().skipped(),
                  now.errorCount(),
                  text(ImportSettings.of(entry.request())));
          if (changed > 0) {
            database.update(Sql.of("delete from sheet_import_error where import_id = ?", id));
            insertFaults(id, entry.faults());
            rows.begin(id, entry.written());
            put(
                new RowsToCorrect.Owner(user.agencyId(), id, begun.uploadedAt().plus(FILE_KEPT)),
                entry,
                uploaded);
            audit.changed(
                "import",
                id,
                null,
                Digest.of(begun.mode(), begun.status(), begun.counts()),
                Digest.of(now.mode(), now.status(), now.counts()));
          }
          return find(user, entry.subject(), id).orElseThrow();
        });
  }

  private static ImportAttempt after(ImportAttempt begun, Entry entry) {
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
        begun.correctableUntil());
  }

  private void put(RowsToCorrect.Owner owner, Entry entry, UploadedRows uploaded) {
    Set<Integer> wanted = new HashSet<>(entry.faultyRows());
    wanted.addAll(entry.unwrittenRows());
    uploaded.show(wanted, some -> rows.put(owner, some, entry.faultyRows()));
  }

  /**
   * The rows of an upload that wait to be corrected; empty when there is no such upload.
   *
   * @param faulty null for all that are kept
   */
  public Optional<Page<RowToCorrect>> rows(
      CurrentUser user, String subject, UUID id, @Nullable Boolean faulty, PageRequest page) {
    return find(user, subject, id)
        .map(attempt -> database.reading(() -> rows.list(user.agencyId(), id, faulty, page)));
  }

  /** Some corrections of rows below this one, in their order, for whoever found the upload. */
  List<RowCorrection> correctionsAfter(UUID agencyId, UUID id, int row) {
    return rows.correctionsAfter(agencyId, id, row);
  }

  public Page<ImportAttempt> list(CurrentUser user, String subject, PageRequest page) {
    Sql sql = attempts(user, subject);
    if (!page.isFirst()) {
      sql.add("and i.id < ?", page.afterId());
    }
    sql.add("order by i.id desc limit ?", page.limit() + 1);
    List<ImportAttempt> found = database.reading(() -> database.query(sql, this::attempt));
    return Page.of(found, page.limit(), attempt -> List.of(attempt.id().toString()));
  }

  public Optional<ImportAttempt> find(CurrentUser user, String subject, UUID id) {
    return database.reading(
        () -> database.first(attempts(user, subject).add("and i.id = ?", id), this::attempt));
  }

  private static Sql attempts(CurrentUser user, String subject) {
    return ATTEMPTS
        .select(
            "i.*, u.name as uploaded_by_name,"
                + " (select f.delete_after from sheet_import_file f where f.import_id = i.id and f.part = 0) as kept_until")
        .add("where i.agency_id = ? and i.subject = ?", user.agencyId(), subject);
  }

  /** The faults of an upload in the order of the sheet; empty when there is no such upload. */
  public Optional<Page<ImportFault>> faults(
      CurrentUser user, String subject, UUID id, PageRequest page) {
    int after = page.isFirst() ? -1 : Integer.parseInt(page.after().getFirst());
    return find(user, subject, id)
        .map(
            attempt -> {
              List<ImportFault> found = database.reading(() -> faults(id, after, page.limit() + 1));
              return Page.of(
                  found, page.limit(), last -> List.of(String.valueOf(after + page.limit())));
            });
  }

  /** All faults, for marking them. */
  public List<ImportFault> allFaults(UUID id) {
    return database.reading(() -> faults(id, -1, Integer.MAX_VALUE));
  }

  /** Whether the uploaded file is still there. */
  public boolean isKept(UUID id) {
    return database.reading(() -> files.existsByImportId(id));
  }

  /** Writes the uploaded file out; false when it is not, or no longer, kept. */
  public boolean writeFile(UUID id, OutputStream out) throws IOException {
    for (int part = 0; ; part++) {
      int wanted = part;
      Optional<ImportFileRow> found = database.reading(() -> files.find(id, wanted));
      if (found.isEmpty()) {
        return part > 0;
      }
      out.write(found.get().content());
    }
  }

  private List<ImportFault> faults(UUID id, int after, int limit) {
    return database.query(
        Sql.of(
            "select * from sheet_import_error where import_id = ? and seq > ? order by seq limit ?",
            id,
            after,
            limit),
        ImportLog::fault);
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
            text(entry.mapping()),
            text(entry.notices()),
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
            settings == null ? null : text(settings),
            null));
  }

  private void insertFaults(UUID id, List<ImportFault> faults) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      ImportFault f = faults.get(i);
      rows.add(
          Arrays.asList(
              id, i, f.sheet(), f.row(), f.cell(), f.column(), f.field(), f.code(), f.message()));
    }
    database.batch(
        """
        insert into sheet_import_error (import_id, seq, sheet, row_no, cell, column_name, field, code, message)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private void keep(UUID id, Instant until, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PART_BYTES);
      for (int part = 0; bytes.length > 0; part++, bytes = in.readNBytes(PART_BYTES)) {
        files.save(new ImportFileRow(id, part, bytes, until));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportAttempt attempt(ResultSet row) throws SQLException {
    ImportRow found = database.entity(row, ImportRow.class);
    return new ImportAttempt(
        found.id(),
        found.mode(),
        found.status(),
        found.fileName(),
        read(found.mapping(), Argument.of(ImportAttempt.Mapping.class)),
        read(found.notices(), Argument.listOf(ImportAttempt.Notice.class)),
        found.counts(),
        found.errorCount(),
        found.uploadedAt(),
        row.getString("uploaded_by_name"),
        found.version(),
        found.correctedCount(),
        found.status() == ImportAttempt.Status.APPLIED
            ? null
            : Database.instantOrNull(row, "kept_until"));
  }

  static ImportFault fault(ResultSet row) throws SQLException {
    return new ImportFault(
        row.getString("sheet"),
        row.getInt("row_no"),
        row.getString("cell"),
        row.getString("column_name"),
        row.getString("field"),
        row.getString("code"),
        row.getString("message"));
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

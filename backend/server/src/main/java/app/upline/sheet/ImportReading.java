package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uploads as {@link ImportLog} has recorded them, and how far they are. */
@Singleton
public final class ImportReading {

  private static final KeyOrder ATTEMPTS =
      KeyOrder.of("sheet_import i", "sheet_import_by_agency")
          .with("join app_user u on u.id = i.uploaded_by");

  private final Database database;
  private final ImportFileRows files;
  private final Vault vault;
  private final RowsToCorrect rows;
  private final StoredJson json;
  private final UploadSettings settings;

  ImportReading(
      Database database,
      ImportFileRows files,
      Vault vault,
      RowsToCorrect rows,
      StoredJson json,
      UploadSettings settings) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.rows = rows;
    this.json = json;
    this.settings = settings;
  }

  /**
   * An upload.
   *
   * @param settings how it was to be read; null where its file was not kept
   * @param busyUntil until when a correction of it may be under way
   */
  record Settled(
      ImportAttempt attempt, @Nullable ImportSettings settings, @Nullable Instant busyUntil) {}

  /** The upload, with how it was to be read. */
  Optional<Settled> settled(CurrentUser user, String subject, UUID id) {
    return database.first(
        attempts(user, subject).add("and i.id = ?", id),
        row -> {
          ImportRow found = database.entity(row, ImportRow.class);
          String settings = found.settings();
          return new Settled(
              attempt(row),
              settings == null ? null : json.read(settings, Argument.of(ImportSettings.class)),
              found.busyUntil());
        });
  }

  /** Whether the file is so large that it is looked at in the background. */
  boolean isLarge(UUID id) {
    long parts = database.reading(() -> files.countByImportId(id));
    return ImportContent.leastBytes(parts) >= settings.waitedForBytes();
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

  /** Some corrections of rows below this one, in their order; the caller has found the upload. */
  List<RowCorrection> correctionsAfter(UUID agencyId, UUID id, int row) {
    return rows.correctionsAfter(agencyId, id, row);
  }

  public Page<ImportAttempt> list(
      CurrentUser user,
      String subject,
      ImportAttempt.@Nullable Status status,
      Direction direction,
      PageRequest page) {
    Sql sql = attempts(user, subject).addIf(status, "and i.status = ?");
    if (!page.isFirst()) {
      sql.add("and i.id " + direction.beyond() + " ?", page.afterId());
    }
    sql.add("order by i.id" + direction.suffix() + " limit ?", page.limit() + 1);
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
                + " (select concat_ws(' ', j.phase, j.rows_read, j.cancel_asked) from sheet_import_job j where j.import_id = i.id) as progress,"
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
  public boolean writeFile(UUID agencyId, UUID id, OutputStream out) throws IOException {
    for (int part = 0; ; part++) {
      int wanted = part;
      Optional<ImportFileRow> found = database.reading(() -> files.find(id, wanted));
      if (found.isEmpty()) {
        return part > 0;
      }
      Sealed sealed = new Sealed(found.get().keyVersion(), found.get().sealed());
      out.write(vault.open(sealed, ImportContent.place(agencyId, id, part)));
    }
  }

  private List<ImportFault> faults(UUID id, int after, int limit) {
    return database.query(
        Sql.of(
            "select * from sheet_import_error where import_id = ? and seq > ? order by seq limit ?",
            id,
            after,
            limit),
        ImportReading::fault);
  }

  private ImportAttempt attempt(ResultSet row) throws SQLException {
    ImportRow found = database.entity(row, ImportRow.class);
    return new ImportAttempt(
        found.id(),
        found.mode(),
        found.status(),
        found.fileName(),
        json.read(found.mapping(), Argument.of(ImportAttempt.Mapping.class)),
        json.read(found.notices(), Argument.listOf(ImportAttempt.Notice.class)),
        found.counts(),
        found.errorCount(),
        found.uploadedAt(),
        row.getString("uploaded_by_name"),
        found.version(),
        found.correctedCount(),
        correctable(found.status()) ? Database.instantOrNull(row, "kept_until") : null,
        progress(row));
  }

  private static boolean correctable(ImportAttempt.Status status) {
    return switch (status) {
      case CHECKED, CHECKED_WITH_ERRORS, APPLIED_IN_PART, REJECTED -> true;
      case PROCESSING, APPLIED, CANCELED, FAILED -> false;
    };
  }

  private static ImportAttempt.@Nullable Progress progress(ResultSet row) throws SQLException {
    String progress = row.getString("progress");
    if (progress == null) {
      return null;
    }
    String[] parts = progress.split(" ");
    return new ImportAttempt.Progress(
        ImportAttempt.Phase.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2].equals("1"));
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
}

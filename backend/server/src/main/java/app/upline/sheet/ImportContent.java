package app.upline.sheet;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an upload beside its outcome: all its faults, and for a while its file and the
 * rows that can be corrected. Everything is done in the transaction at hand.
 */
@Singleton
final class ImportContent {
  static final String FILES = "sheet_import_file";

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int PART_BYTES = 1 << 20;

  private final Database database;
  private final ImportFileRows files;
  private final Vault vault;
  private final RowsToCorrect rows;

  ImportContent(Database database, ImportFileRows files, Vault vault, RowsToCorrect rows) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.rows = rows;
  }

  /** Until when the file of an upload is kept, and with it the rows that can be corrected. */
  static Instant keptUntil(Instant uploadedAt) {
    return uploadedAt.plus(KEPT);
  }

  /** The least that a file has which is kept in so many parts. */
  static long leastBytes(long parts) {
    return (parts - 1) * PART_BYTES;
  }

  /** Where a part of a file was sealed for. */
  static String place(UUID agencyId, UUID importId, int part) {
    return RowsToCorrect.place(FILES, agencyId, importId, part);
  }

  void keepFile(UUID agencyId, UUID id, Instant uploadedAt, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(PART_BYTES);
      for (int part = 0; bytes.length > 0; part++, bytes = in.readNBytes(PART_BYTES)) {
        Sealed sealed = vault.seal(bytes, place(agencyId, id, part));
        files.save(
            new ImportFileRow(
                id, part, sealed.keyVersion(), sealed.bytes(), keptUntil(uploadedAt)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void dropFile(UUID id) {
    files.deleteByImportId(id);
  }

  void addFaults(UUID id, List<ImportFault> faults) {
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

  void replaceFaults(UUID id, List<ImportFault> faults) {
    database.update(Sql.of("delete from sheet_import_error where import_id = ?", id));
    addFaults(id, faults);
  }

  /** Keeps the rows that can be corrected. */
  void keepRows(RowsToCorrect.Owner owner, ImportLog.Entry entry, UploadedRows uploaded) {
    Set<Integer> wanted = new HashSet<>(entry.faultyRows());
    wanted.addAll(entry.unwrittenRows());
    uploaded.show(wanted, some -> rows.put(owner, some, entry.faultyRows()));
  }

  /** Keeps them again, after the upload was looked at again. */
  void replaceRows(RowsToCorrect.Owner owner, ImportLog.Entry entry, UploadedRows uploaded) {
    rows.begin(owner.importId(), entry.written());
    keepRows(owner, entry, uploaded);
  }
}

package app.upline.sheet;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of uploads that wait to be corrected, and their corrections. Cells hold whatever people
 * write into them, so both are sealed. Callers have found the upload within their sight, and locked
 * it where they write.
 */
@Singleton
final class RowsToCorrect {

  private static final String UPLOADED = "sheet_import_row";
  private static final String CORRECTED = "sheet_import_correction";
  private static final int CORRECTIONS_AT_A_TIME = 200;

  private final Database database;
  private final Vault vault;
  private final JsonMapper json;

  RowsToCorrect(Database database, Vault vault, JsonMapper json) {
    this.database = database;
    this.vault = vault;
    this.json = json;
  }

  /** An upload, of whom, and until when its content is kept. */
  record Owner(UUID agencyId, UUID importId, Instant until) {}

  /** Where a row of one of the two tables was sealed for. */
  static String place(String table, UUID agencyId, UUID importId, int row) {
    return "%s/%s/%s/%d".formatted(table, agencyId, importId, row);
  }

  /**
   * Looks at an upload's rows again.
   *
   * @param written whether those that are not named again became records
   */
  void begin(UUID importId, boolean written) {
    database.update(
        Sql.of(
            "update sheet_import_row set faulty = false, written = (written or ?) where import_id = ?",
            written,
            importId));
  }

  /** Rows that are not written, some of them because of faults of their own. */
  void put(Owner owner, List<RowTexts> rows, Set<Integer> faulty) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (RowTexts row : rows) {
      Sealed sealed = seal(UPLOADED, owner, row.row(), row.texts());
      values.add(
          Arrays.asList(
              owner.importId(),
              row.row(),
              faulty.contains(row.row()),
              sealed.keyVersion(),
              sealed.bytes(),
              owner.until()));
    }
    database.batch(
        """
        insert into sheet_import_row (import_id, row_no, faulty, written, key_version, sealed, delete_after)
        values (?, ?, ?, false, ?, ?, ?)
        on duplicate key update faulty = values(faulty), written = false,
          key_version = values(key_version), sealed = values(sealed)
        """,
        values);
  }

  /** The rows that are not written yet. */
  BitSet unwritten(UUID importId) {
    BitSet rows = new BitSet();
    database
        .query(
            Sql.of(
                "select row_no from sheet_import_row where import_id = ? and not written",
                importId),
            row -> row.getInt("row_no"))
        .forEach(rows::set);
    return rows;
  }

  /** Which of these rows can be corrected. */
  Set<Integer> correctable(UUID importId, Collection<Integer> rows) {
    return rows.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database.query(
                Sql.of(
                        "select row_no from sheet_import_row where import_id = ? and not written",
                        importId)
                    .addIn("and row_no in", rows),
                row -> row.getInt("row_no")));
  }

  /**
   * A page of rows, in the order of the sheet.
   *
   * @param faulty null for all
   */
  Page<RowToCorrect> list(
      UUID agencyId, UUID importId, @Nullable Boolean faulty, PageRequest page) {
    KeyOrder order =
        KeyOrder.of("sheet_import_row r", faulty == null ? "primary" : "sheet_import_row_by_fault");
    Sql sql =
        order
            .select("r.row_no, r.key_version, r.sealed")
            .add("where r.import_id = ?", importId)
            .addIf(faulty, "and r.faulty = ?");
    if (!page.isFirst()) {
      sql.add("and r.row_no > ?", Integer.parseInt(page.after().getFirst()));
    }
    sql.add("order by r.row_no limit ?", page.limit() + 1);
    List<RowTexts> found =
        database.query(
            sql,
            row -> new RowTexts(row.getInt("row_no"), texts(UPLOADED, agencyId, importId, row)));
    List<Integer> numbers = found.stream().map(RowTexts::row).toList();
    Map<Integer, RowCorrection> corrections = corrections(agencyId, importId, numbers);
    Map<Integer, List<ImportFault>> faults = faults(importId, numbers);
    List<RowToCorrect> rows =
        found.stream()
            .map(
                row ->
                    new RowToCorrect(
                        row.row(),
                        row.texts(),
                        corrections.getOrDefault(row.row(), RowCorrection.none(row.row())),
                        faults.getOrDefault(row.row(), List.of())))
            .toList();
    return Page.of(rows, page.limit(), last -> List.of(String.valueOf(last.row())));
  }

  /** The corrections of these rows. */
  Map<Integer, RowCorrection> corrections(UUID agencyId, UUID importId, Collection<Integer> rows) {
    Map<Integer, RowCorrection> corrections = new LinkedHashMap<>();
    if (!rows.isEmpty()) {
      database
          .query(
              Sql.of("select * from sheet_import_correction where import_id = ?", importId)
                  .addIn("and row_no in", rows),
              row -> correction(agencyId, importId, row))
          .forEach(correction -> corrections.put(correction.row(), correction));
    }
    return corrections;
  }

  /** Some corrections of rows below this one, in their order. */
  List<RowCorrection> correctionsAfter(UUID agencyId, UUID importId, int row) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                    "select * from sheet_import_correction where import_id = ? and row_no > ? order by row_no limit ?",
                    importId,
                    row,
                    CORRECTIONS_AT_A_TIME),
                found -> correction(agencyId, importId, found)));
  }

  /** Puts corrections in the place of those of the same rows; answers of how many there are any. */
  int correct(Owner owner, Collection<RowCorrection> corrections) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    List<List<@Nullable Object>> none = new ArrayList<>();
    for (RowCorrection correction : corrections) {
      if (correction.isEmpty()) {
        none.add(List.of(owner.importId(), correction.row()));
      } else {
        Sealed sealed = seal(CORRECTED, owner, correction.row(), correction.texts());
        values.add(
            Arrays.asList(
                owner.importId(),
                correction.row(),
                correction.leftOut(),
                sealed.keyVersion(),
                sealed.bytes(),
                owner.until()));
      }
    }
    database.batch(
        """
        insert into sheet_import_correction (import_id, row_no, left_out, key_version, sealed, delete_after)
        values (?, ?, ?, ?, ?, ?)
        on duplicate key update left_out = values(left_out),
          key_version = values(key_version), sealed = values(sealed)
        """,
        values);
    database.batch("delete from sheet_import_correction where import_id = ? and row_no = ?", none);
    return database
        .first(
            Sql.of(
                "select count(*) as rows_corrected from sheet_import_correction where import_id = ?",
                owner.importId()),
            row -> row.getInt("rows_corrected"))
        .orElseThrow();
  }

  private Map<Integer, List<ImportFault>> faults(UUID importId, Collection<Integer> rows) {
    Map<Integer, List<ImportFault>> faults = new LinkedHashMap<>();
    if (!rows.isEmpty()) {
      database
          .query(
              Sql.of("select * from sheet_import_error where import_id = ?", importId)
                  .addIn("and row_no in", rows)
                  .add("order by row_no, seq"),
              ImportReading::fault)
          .forEach(
              fault -> faults.computeIfAbsent(fault.row(), row -> new ArrayList<>()).add(fault));
    }
    return faults;
  }

  private RowCorrection correction(UUID agencyId, UUID importId, ResultSet row)
      throws SQLException {
    return new RowCorrection(
        row.getInt("row_no"),
        row.getBoolean("left_out"),
        texts(CORRECTED, agencyId, importId, row));
  }

  private Sealed seal(String table, Owner owner, int row, Map<String, String> texts) {
    try {
      return vault.seal(
          json.writeValueAsBytes(texts), place(table, owner.agencyId(), owner.importId(), row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> texts(String table, UUID agencyId, UUID importId, ResultSet row)
      throws SQLException {
    Sealed sealed = new Sealed(row.getInt("key_version"), row.getBytes("sealed"));
    byte[] plain = vault.open(sealed, place(table, agencyId, importId, row.getInt("row_no")));
    try {
      return json.readValue(plain, Argument.mapOf(String.class, String.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

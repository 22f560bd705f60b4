package app.upline.sheet;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import java.util.List;
import java.util.UUID;

/** Brings the files of uploads, their rows, or corrections of these, under the current key. */
final class SealedUploadRows implements SealedRows {

  private final Database database;
  private final Vault vault;
  private final String name;
  private final String table;
  private final String number;
  private final int most;

  /**
   * @param table a literal of the program
   * @param number its column that tells the rows of an upload apart, likewise
   * @param most how many are sealed again in a transaction, at most
   */
  SealedUploadRows(
      Database database, Vault vault, String name, String table, String number, int most) {
    this.database = database;
    this.vault = vault;
    this.name = name;
    this.table = table;
    this.number = number;
    this.most = most;
  }

  private record Row(UUID agencyId, UUID importId, int number, Sealed sealed) {}

  @Override
  public String name() {
    return name;
  }

  @Override
  public int resealSome(int wanted) {
    return database.writing(
        () -> {
          List<Row> some = underOtherKeys(Math.min(wanted, most));
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private List<Row> underOtherKeys(int many) {
    int current = vault.currentVersion();
    return database.query(
        Sql.of(
            """
            select i.agency_id, r.import_id, r.%2$s as number, r.key_version, r.sealed
            from (select import_id, %2$s from %1$s where key_version < ? or key_version > ? limit ?) o
            join %1$s r on r.import_id = o.import_id and r.%2$s = o.%2$s
            join sheet_import i on i.id = r.import_id
            """
                .formatted(table, number),
            current,
            current,
            many),
        row ->
            new Row(
                uuid(row, "agency_id"),
                uuid(row, "import_id"),
                row.getInt("number"),
                new Sealed(row.getInt("key_version"), row.getBytes("sealed"))));
  }

  /** Unless the row was sealed again, or corrected, meanwhile. */
  private void reseal(Row row) {
    String place = RowsToCorrect.place(table, row.agencyId(), row.importId(), row.number());
    Sealed now = vault.seal(vault.open(row.sealed(), place), place);
    database.update(
        Sql.of(
            "update %s set key_version = ?, sealed = ? where import_id = ? and %s = ? and sealed = ?"
                .formatted(table, number),
            now.keyVersion(),
            now.bytes(),
            row.importId(),
            row.number(),
            row.sealed().bytes()));
  }
}

package app.upline.platform.files;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Brings kept files under the current key. */
@Singleton
final class SealedPieces implements SealedRows {

  /** A piece is large beside what others reseal: fewer at a time. */
  private static final int MOST = 20;

  private final Database database;
  private final Vault vault;

  SealedPieces(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  private record Piece(UUID agencyId, UUID fileId, int number, Sealed sealed) {
    String place() {
      return KeptFiles.place(agencyId, fileId, number);
    }
  }

  @Override
  public String name() {
    return "Pieces of files";
  }

  @Override
  public int resealSome(int most) {
    return database.writing(
        () -> {
          List<Piece> some = underOtherKeys(Math.min(most, MOST));
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private List<Piece> underOtherKeys(int most) {
    int current = vault.currentVersion();
    return database.query(
        Sql.of(
            """
            select f.agency_id, p.file_id, p.number, p.key_version, p.sealed
            from kept_file_piece p force index (kept_file_piece_by_key)
            straight_join kept_file f on f.id = p.file_id
            where p.key_version < ? or p.key_version > ? limit ?
            """,
            current,
            current,
            most),
        row ->
            new Piece(
                uuid(row, "agency_id"),
                uuid(row, "file_id"),
                row.getInt("number"),
                new Sealed(row.getInt("key_version"), row.getBytes("sealed"))));
  }

  /** Unless somebody else has done it meanwhile. */
  private void reseal(Piece piece) {
    Sealed now = vault.seal(vault.open(piece.sealed(), piece.place()), piece.place());
    database.update(
        Sql.of(
            "update kept_file_piece set key_version = ?, sealed = ? where file_id = ? and number = ? and key_version = ?",
            now.keyVersion(),
            now.bytes(),
            piece.fileId(),
            piece.number(),
            piece.sealed().keyVersion()));
  }
}

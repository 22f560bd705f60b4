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
  private final StoredPieceRows pieces;
  private final Vault vault;

  SealedPieces(Database database, StoredPieceRows pieces, Vault vault) {
    this.pieces = pieces;
    this.database = database;
    this.vault = vault;
  }

  private record Piece(UUID organizationId, UUID fileId, int number, Sealed sealed) {
    String place() {
      return KeptFiles.place(organizationId, fileId, number);
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
            select f.organization_id, p.file_id, p.number, p.key_version, p.sealed
            from (select file_id, number from stored_file_chunk where key_version < ? or key_version > ? limit ?) o
            join stored_file_chunk p on p.file_id = o.file_id and p.number = o.number
            join stored_file f on f.id = p.file_id
            """,
            current,
            current,
            most),
        row ->
            new Piece(
                uuid(row, "organization_id"),
                uuid(row, "file_id"),
                row.getInt("number"),
                new Sealed(row.getInt("key_version"), row.getBytes("sealed"))));
  }

  /** Unless another server has done it meanwhile. */
  private void reseal(Piece piece) {
    Sealed now = vault.seal(vault.open(piece.sealed(), piece.place()), piece.place());
    pieces.reseal(
        piece.fileId(), piece.number(), piece.sealed().keyVersion(), now.keyVersion(), now.bytes());
  }
}

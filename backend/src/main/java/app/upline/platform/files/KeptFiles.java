package app.upline.platform.files;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the content of files in the database, so that they come and go with the transaction that
 * names them and are in every backup, sealed piece by piece.
 */
@Singleton
public final class KeptFiles {

  /** What is in memory of a file at a time. */
  static final int PIECE = 256 * 1024;

  private final Database database;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  KeptFiles(Database database, Vault vault, Ids ids, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a file that is not empty. Called inside a transaction. */
  public KeptFile keep(UUID agencyId, Path file) {
    try {
      KeptFile kept = new KeptFile(ids.next(), Files.size(file), sha256(file));
      int pieces = Math.toIntExact((kept.bytes() + PIECE - 1) / PIECE);
      insert(kept, agencyId, pieces);
      try (InputStream content = Files.newInputStream(file)) {
        for (int number = 1; number <= pieces; number++) {
          seal(agencyId, kept.id(), number, content.readNBytes(PIECE));
        }
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its content is there still. */
  public boolean isThere(UUID agencyId, UUID id) {
    return pieces(agencyId, id).isPresent();
  }

  /**
   * Writes the content, reading the database as it goes.
   *
   * @throws IllegalStateException when it is not what was kept: a piece lost, swapped or changed
   */
  public void write(UUID agencyId, UUID id, OutputStream out) throws IOException {
    int pieces =
        pieces(agencyId, id)
            .orElseThrow(() -> new IllegalStateException("A file whose content is gone"));
    for (int number = 1; number <= pieces; number++) {
      out.write(piece(agencyId, id, number));
    }
  }

  /** Forgets the content for good; that there was a file stays known. */
  public void erase(UUID agencyId, UUID id) {
    database.update(
        Sql.of(
            "update kept_file set erased_at = ? where id = ? and agency_id = ? and erased_at is null",
            clock.instant(),
            id,
            agencyId));
    database.update(
        Sql.of(
            "delete p from kept_file_piece p join kept_file f on f.id = p.file_id where f.id = ? and f.agency_id = ?",
            id,
            agencyId));
  }

  private void insert(KeptFile file, UUID agencyId, int pieces) {
    database.update(
        Sql.of(
            "insert into kept_file (id, agency_id, bytes, sha256, pieces, kept_at) values (?, ?, ?, ?, ?, ?)",
            file.id(),
            agencyId,
            file.bytes(),
            file.sha256(),
            pieces,
            clock.instant()));
  }

  private void seal(UUID agencyId, UUID id, int number, byte[] content) {
    Sealed sealed = vault.seal(content, place(agencyId, id, number));
    database.update(
        Sql.of(
            "insert into kept_file_piece (file_id, number, key_version, sealed) values (?, ?, ?, ?)",
            id,
            number,
            sealed.keyVersion(),
            sealed.bytes()));
  }

  private Optional<Integer> pieces(UUID agencyId, UUID id) {
    return database.reading(
        () ->
            database.first(
                Sql.of(
                    "select pieces from kept_file where id = ? and agency_id = ? and erased_at is null",
                    id,
                    agencyId),
                row -> row.getInt("pieces")));
  }

  private byte[] piece(UUID agencyId, UUID id, int number) {
    return database.reading(
        () ->
            database
                .first(
                    Sql.of(
                        "select key_version, sealed from kept_file_piece where file_id = ? and number = ?",
                        id,
                        number),
                    row -> new Sealed(row.getInt("key_version"), row.getBytes("sealed")))
                .map(found -> vault.open(found, place(agencyId, id, number)))
                .orElseThrow(() -> new IllegalStateException("A piece of a file is missing")));
  }

  /** Where a piece can be opened: nowhere else, and no other in its stead. */
  static String place(UUID agencyId, UUID id, int number) {
    return "kept_file/%s/%s/%d".formatted(agencyId, id, number);
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream content =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(content.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}

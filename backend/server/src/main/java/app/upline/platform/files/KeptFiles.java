package app.upline.platform.files;

import app.upline.platform.digest.Sha256;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
  private final StoredFileRows files;
  private final StoredPieceRows pieces;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  KeptFiles(
      Database database,
      StoredFileRows files,
      StoredPieceRows pieces,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.files = files;
    this.pieces = pieces;
    this.database = database;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a file that is not empty. Called inside a transaction. */
  public KeptFile keep(UUID organizationId, Path file) {
    try {
      KeptFile kept = new KeptFile(ids.next(), Files.size(file), Sha256.hex(file));
      int count = Math.toIntExact((kept.bytes() + PIECE - 1) / PIECE);
      insert(kept, organizationId, count);
      try (InputStream content = Files.newInputStream(file)) {
        for (int number = 1; number <= count; number++) {
          seal(organizationId, kept.id(), number, content.readNBytes(PIECE));
        }
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its content is there still. */
  public boolean isThere(UUID organizationId, UUID id) {
    return count(organizationId, id).isPresent();
  }

  /**
   * Writes the content, reading the database as it goes.
   *
   * @throws IllegalStateException when it is not what was kept: a piece lost, swapped or changed
   */
  public void write(UUID organizationId, UUID id, OutputStream out) throws IOException {
    int count =
        count(organizationId, id)
            .orElseThrow(() -> new IllegalStateException("A file whose content is gone"));
    for (int number = 1; number <= count; number++) {
      out.write(piece(organizationId, id, number));
    }
  }

  /** Forgets the content for good; that there was a file stays known. */
  public void erase(UUID organizationId, UUID id) {
    files.erase(organizationId, id, clock.instant());
    pieces.erase(organizationId, id);
  }

  private void insert(KeptFile file, UUID organizationId, int count) {
    files.save(
        new StoredFileRow(
            file.id(), organizationId, file.bytes(), file.sha256(), count, clock.instant(), null));
  }

  private void seal(UUID organizationId, UUID id, int number, byte[] content) {
    Sealed sealed = vault.seal(content, place(organizationId, id, number));
    pieces.save(new StoredPieceRow(id, number, sealed.keyVersion(), sealed.bytes()));
  }

  private Optional<Integer> count(UUID organizationId, UUID id) {
    return database.reading(() -> files.find(organizationId, id)).map(StoredFileRow::chunks);
  }

  private byte[] piece(UUID organizationId, UUID id, int number) {
    return database
        .reading(() -> pieces.find(id, number))
        .map(found -> new Sealed(found.keyVersion(), found.sealed()))
        .map(found -> vault.open(found, place(organizationId, id, number)))
        .orElseThrow(() -> new IllegalStateException("A piece of a file is missing"));
  }

  /** Where a piece can be opened: nowhere else, and no other in its stead. */
  static String place(UUID organizationId, UUID id, int number) {
    return "stored_file/%s/%s/%d".formatted(organizationId, id, number);
  }
}

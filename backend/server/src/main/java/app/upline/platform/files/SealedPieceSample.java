package app.upline.platform.files;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.SealedSample;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Pieces of files by which a key can be tried at the start. */
@Factory
final class SealedPieceSample {

  @Singleton
  SealedSample pieces() {
    return new SealedSample(
        """
        select f.organization_id, p.file_id, p.number, p.sealed
        from stored_file_chunk p join stored_file f on f.id = p.file_id where p.key_version = ? limit 3
        """,
        row ->
            KeptFiles.place(
                uuid(row, "organization_id"), uuid(row, "file_id"), row.getInt("number")));
  }
}

package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A part of an uploaded file that is kept for a while, sealed for its place. */
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("sheet_import_file")
record ImportFileRow(
    @Id @BinaryId UUID importId, @Id int part, int keyVersion, byte[] sealed, Instant deleteAfter) {

  @Override
  public String toString() {
    return "ImportFileRow[%s, %d]".formatted(importId, part);
  }
}

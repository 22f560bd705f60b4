package app.upline.platform.files;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A sealed piece of a file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("stored_file_chunk")
record StoredPieceRow(@Id @BinaryId UUID fileId, @Id int number, int keyVersion, byte[] sealed) {

  @Override
  public String toString() {
    return "StoredPieceRow[%s, %d]".formatted(fileId, number);
  }
}

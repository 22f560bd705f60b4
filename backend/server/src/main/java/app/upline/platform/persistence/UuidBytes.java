package app.upline.platform.persistence;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as their columns hold them: the sixteen bytes in the order in which the text is written. */
final class UuidBytes {
  private static final int LENGTH = 16;

  private UuidBytes() {}

  static byte[] of(UUID id) {
    return ByteBuffer.allocate(LENGTH)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID toUuid(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("An id of " + bytes.length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}

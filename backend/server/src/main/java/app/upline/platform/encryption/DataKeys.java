package app.upline.platform.encryption;

import app.upline.platform.keys.VersionedKeys;
import java.util.List;

/**
 * All versions of the key that are known; the first one seals what is new, the others open what is
 * old.
 */
final class DataKeys {
  private final List<DataKey> keys;

  private DataKeys(List<DataKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads what {@link VersionedKeys} says.
   *
   * @throws IllegalArgumentException when it is anything else; the message holds nothing of it
   */
  static DataKeys parse(String text) {
    return new DataKeys(VersionedKeys.parse(text, DataKey::of));
  }

  DataKey current() {
    return keys.getFirst();
  }

  List<DataKey> all() {
    return keys;
  }

  /**
   * @throws IllegalStateException when this version is not configured any more
   */
  DataKey version(int version) {
    return keys.stream()
        .filter(key -> key.version() == version)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Data was sealed with version %d of the key, which is not configured"
                        .formatted(version)));
  }
}

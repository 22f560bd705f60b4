package app.upline.audit;

import app.upline.platform.keys.VersionedKeys;
import java.util.List;
import java.util.Optional;

/**
 * All versions of the key: the first one chains new events, the others verify what they chained.
 */
final class AuditKeys {
  private final List<AuditKey> keys;

  private AuditKeys(List<AuditKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads what {@link VersionedKeys} says.
   *
   * @throws IllegalArgumentException when it is anything else; the message holds nothing of it
   */
  static AuditKeys parse(String text) {
    return new AuditKeys(VersionedKeys.parse(text, AuditKey::new));
  }

  AuditKey current() {
    return keys.getFirst();
  }

  List<AuditKey> all() {
    return keys;
  }

  Optional<AuditKey> version(int version) {
    return keys.stream().filter(key -> key.version() == version).findFirst();
  }
}

package app.upline.audit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All versions of the key: the first one chains new events, the others verify what they chained.
 */
final class AuditKeys {
  private static final Pattern ENTRY = Pattern.compile("([1-9]\\d{0,5}):([A-Za-z0-9+/]{43}=)");

  private final List<AuditKey> keys;

  private AuditKeys(List<AuditKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads {@code 2:base64 1:base64}: a version number and 32 bytes each, parted by blanks, line
   * ends or commas.
   *
   * @throws IllegalArgumentException when it is anything else; the message holds nothing of it
   */
  static AuditKeys parse(String text) {
    List<AuditKey> keys = new ArrayList<>();
    for (String entry : text.strip().split("[\\s,]+")) {
      Matcher match = ENTRY.matcher(entry);
      if (!match.matches()) {
        throw new IllegalArgumentException("Not a version and 32 bytes in base64");
      }
      int version = Integer.parseInt(match.group(1));
      if (keys.stream().anyMatch(other -> other.version() == version)) {
        throw new IllegalArgumentException("Version %d is there twice".formatted(version));
      }
      keys.add(new AuditKey(version, Base64.getDecoder().decode(match.group(2))));
    }
    return new AuditKeys(keys);
  }

  /** The text of a set with one random key. */
  static String random() {
    byte[] secret = new byte[AuditKey.BYTES];
    new SecureRandom().nextBytes(secret);
    return "1:" + Base64.getEncoder().encodeToString(secret) + "\n";
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

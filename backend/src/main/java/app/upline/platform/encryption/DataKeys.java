package app.upline.platform.encryption;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All versions of the key that are known; the first one seals what is new, the others open what is
 * old.
 */
final class DataKeys {
  private static final Pattern ENTRY = Pattern.compile("([1-9]\\d{0,5}):([A-Za-z0-9+/]{43}=)");

  private final List<DataKey> keys;

  private DataKeys(List<DataKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads {@code 2:base64 1:base64}: a version number and 32 bytes each, parted by blanks, line
   * ends or commas.
   *
   * @throws IllegalArgumentException when it is anything else; the message holds nothing of it
   */
  static DataKeys parse(String text) {
    List<DataKey> keys = new ArrayList<>();
    for (String entry : text.strip().split("[\\s,]+")) {
      Matcher match = ENTRY.matcher(entry);
      if (!match.matches()) {
        throw new IllegalArgumentException("Not a version and 32 bytes in base64");
      }
      DataKey key =
          DataKey.of(Integer.parseInt(match.group(1)), Base64.getDecoder().decode(match.group(2)));
      if (keys.stream().anyMatch(other -> other.version() == key.version())) {
        throw new IllegalArgumentException("Version %d is there twice".formatted(key.version()));
      }
      keys.add(key);
    }
    return new DataKeys(keys);
  }

  /** The text of a set with one random key. */
  static String random() {
    byte[] master = new byte[DataKey.BYTES];
    new SecureRandom().nextBytes(master);
    return "1:" + Base64.getEncoder().encodeToString(master) + "\n";
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

package app.upline.platform.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of keys that have versions, {@code 2:base64 1:base64}: a version number and 32 bytes
 * each, parted by blanks, line ends or commas, the one for what is new first.
 */
public final class VersionedKeys {
  private static final int BYTES = 32;
  private static final Pattern ENTRY = Pattern.compile("([1-9]\\d{0,5}):([A-Za-z0-9+/]{43}=)");

  private VersionedKeys() {}

  /** Makes a key of a version and its bytes. */
  @FunctionalInterface
  public interface Maker<K> {
    K make(int version, byte[] secret);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException when it is anything else; the message holds nothing of it
   */
  public static <K> List<K> parse(String text, Maker<K> maker) {
    List<K> keys = new ArrayList<>();
    Set<Integer> versions = new HashSet<>();
    for (String entry : text.strip().split("[\\s,]+")) {
      Matcher match = ENTRY.matcher(entry);
      if (!match.matches()) {
        throw new IllegalArgumentException("Not a version and 32 bytes in base64");
      }
      int version = Integer.parseInt(match.group(1));
      if (!versions.add(version)) {
        throw new IllegalArgumentException("Version %d is there twice".formatted(version));
      }
      keys.add(maker.make(version, Base64.getDecoder().decode(match.group(2))));
    }
    return keys;
  }

  /** The text of a set with one random key. */
  public static String random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return "1:" + Base64.getEncoder().encodeToString(secret) + "\n";
  }
}

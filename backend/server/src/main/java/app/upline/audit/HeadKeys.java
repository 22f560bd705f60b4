package app.upline.audit;

import java.util.Arrays;
import java.util.List;

/** The key that signs new heads, and those that signed old ones. */
final class HeadKeys {
  private final List<HeadKey> keys;

  private HeadKeys(List<HeadKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads keys parted by blanks, line ends or commas, the one that signs first.
   *
   * @throws IllegalArgumentException when one is not 32 bytes in base64
   */
  static HeadKeys parse(String text) {
    return new HeadKeys(Arrays.stream(text.strip().split("[\\s,]+")).map(HeadKey::parse).toList());
  }

  HeadKey current() {
    return keys.getFirst();
  }

  List<HeadKey> all() {
    return keys;
  }
}

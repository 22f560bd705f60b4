package app.upline.audit;

import app.upline.platform.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a sequence of parts, each with its length before it, so that no two sequences are
 * the same bytes: {@code 4:name} for a text, {@code -} for nothing.
 */
public final class Digest {
  private final MessageDigest digest = Sha256.begin();

  /** Of the parts one after the other, in hex; their texts are what {@code toString} answers. */
  public static String of(@Nullable Object... parts) {
    Digest digest = new Digest();
    for (Object part : parts) {
      digest.add(part);
    }
    return digest.hex();
  }

  /** Of a text as it is, in base64url, as thumbprints of keys are written. */
  static String sha256Base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  Digest add(@Nullable Object part) {
    digest.update(encoded(part));
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static byte[] encoded(@Nullable Object part) {
    if (part == null) {
      return new byte[] {'-'};
    }
    byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
    byte[] length = (text.length + ":").getBytes(StandardCharsets.US_ASCII);
    byte[] both = new byte[length.length + text.length];
    System.arraycopy(length, 0, both, 0, length.length);
    System.arraycopy(text, 0, both, length.length, text.length);
    return both;
  }
}

package app.upline.platform.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something tried, and who or what it is counted for. */
public record Attempt(Limit limit, String subject) {

  /** Under what it is counted: no address or name is kept. */
  String bucket() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((limit.name() + '\n').getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(subject.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}

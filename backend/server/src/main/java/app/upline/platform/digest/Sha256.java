package app.upline.platform.digest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, written as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  private Sha256() {}

  /** A digest to be fed piece by piece; {@link #hex(MessageDigest)} writes it. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Of what was fed; the digest begins again. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(begin().digest(content));
  }

  /** Of the text in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a file, which is not held in memory. */
  public static String hex(Path file) throws IOException {
    try (DigestInputStream content = new DigestInputStream(Files.newInputStream(file), begin())) {
      content.transferTo(OutputStream.nullOutputStream());
      return hex(content.getMessageDigest());
    }
  }
}

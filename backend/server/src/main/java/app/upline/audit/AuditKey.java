package app.upline.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that chains events: HMAC-SHA-256 over the code of the event before and this event. */
final class AuditKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final int version;
  private final SecretKeySpec key;

  AuditKey(int version, byte[] secret) {
    this.version = version;
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  int version() {
    return version;
  }

  /**
   * By which the database knows this version again, in hex. No event has this code: what it is made
   * of would have to begin with a length.
   */
  String checkValue() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of()
          .formatHex(
              mac.doFinal(("upline/audit/check/" + version).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e); // every Java platform has HmacSHA256
    }
  }

  /** The code of an event. */
  String mac(String before, AuditEvent event) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(Digest.encoded(before));
      for (Object part : event.parts()) {
        mac.update(Digest.encoded(part));
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e); // every Java platform has HmacSHA256
    }
  }
}

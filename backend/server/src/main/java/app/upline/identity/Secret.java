package app.upline.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.platform.digest.Sha256;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret as its owner holds it: a refresh token, or what a mailed link ends with. It is random,
 * so a plain hash of it is enough to store.
 *
 * @param value 32 random bytes in base64url
 */
public record Secret(String value) {
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(encoded(bytes));
  }

  /** A secret that only both of these make together. */
  public Secret with(Secret other) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(value.getBytes(UTF_8), HMAC));
      return new Secret(encoded(mac.doFinal(other.value.getBytes(UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public String sha256() {
    return Sha256.hex(value);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Secret";
  }
}

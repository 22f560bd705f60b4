package app.upline.identity;

import app.upline.platform.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret as its owner holds it: a refresh token, or what a mailed link ends with. It is random,
 * so a plain hash of it is enough to store.
 *
 * @param value 32 random bytes in base64url
 */
public record Secret(String value) {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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

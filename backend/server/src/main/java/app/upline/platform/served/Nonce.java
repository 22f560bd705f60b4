package app.upline.platform.served;

import java.security.SecureRandom;
import java.util.Base64;

/** What a page's policy lets in by: made for each answer, so that it cannot be guessed. */
public final class Nonce {
  /** Stands in a page wherever the nonce belongs. */
  public static final String PLACE = "{{csp-nonce}}";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private Nonce() {}

  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

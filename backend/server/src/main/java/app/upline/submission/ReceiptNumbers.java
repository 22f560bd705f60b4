package app.upline.submission;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/**
 * Receipt numbers such as {@code RCP-7Q2M-4XKD-9T3H}: sixty random bits in Crockford's base 32,
 * which people can read out, and which cannot be guessed or counted.
 */
@Singleton
final class ReceiptNumbers {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int GROUPS = 3;
  private static final int GROUP_LENGTH = 4;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder number = new StringBuilder("RCP");
    for (int group = 0; group < GROUPS; group++) {
      number.append('-');
      for (int i = 0; i < GROUP_LENGTH; i++) {
        number.append(ALPHABET[random.nextInt(ALPHABET.length)]);
      }
    }
    return number.toString();
  }
}

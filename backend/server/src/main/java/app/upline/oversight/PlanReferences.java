package app.upline.oversight;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/**
 * References such as {@code CAP-4W3V-CJXG}, in Crockford's base 32. Not counted: a number would
 * tell an agency how many plans others were issued, and a carrier what other carriers issue.
 */
@Singleton
final class PlanReferences {

  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int GROUPS = 2;
  private static final int GROUP_LENGTH = 4;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder number = new StringBuilder("CAP");
    for (int group = 0; group < GROUPS; group++) {
      number.append('-');
      for (int i = 0; i < GROUP_LENGTH; i++) {
        number.append(ALPHABET[random.nextInt(ALPHABET.length)]);
      }
    }
    return number.toString();
  }
}

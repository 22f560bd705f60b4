package app.upline.identity.secondfactor;

import app.upline.identity.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Codes for people who have lost the app: sixteen letters and digits that are not mistaken for each
 * other, eighty bits, so that a plain hash of one is enough to keep.
 */
final class RecoveryCodes {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int HOW_MANY = 10;
  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> random() {
    return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
  }

  private static String one() {
    return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(GROUP, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  /** What is kept of one, however it was typed. */
  static String sha256(String code) {
    return new Secret(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")).sha256();
  }
}

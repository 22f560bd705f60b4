package app.upline.identity.password;

import app.upline.platform.validation.Fault;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be (NIST SP 800-63B-4, 3.1.1.2): long enough, of any characters, in no
 * prescribed mixture, and not one that is guessed first. Common passwords, their usual disguises
 * and patterns are told by zxcvbn, which ships with lists of them.
 */
@Singleton
public class PasswordRules {
  public static final int LENGTH_ALONE = 15;
  public static final int LENGTH_WITH_SECOND_FACTOR = 8;
  static final int MAX_LENGTH = 256;

  /** Fewer guesses than this, and it is tried before its turn; as a power of ten. */
  private static final double EASY_ALONE_LOG10 = 10;

  /** Eight characters without any pattern are just as many as this. */
  private static final double EASY_WITH_SECOND_FACTOR_LOG10 = 8;

  /** The estimate takes longer than linear time; a strong beginning is strong enough. */
  private static final int LOOKED_AT = 64;

  /** What everybody tries for this product, and long ones that everybody has read somewhere. */
  private static final List<String> KNOWN =
      List.of(
          "upline",
          "tpmo",
          "medicare",
          "demo-only-on-this-machine",
          "demo only on this machine",
          "demoonlyonthismachine",
          "correct horse battery staple",
          "correct-horse-battery-staple",
          "correcthorsebatterystaple");

  private final Zxcvbn estimator = new Zxcvbn();

  /**
   * What is wrong with a new password.
   *
   * @param pointer where in the request it is
   * @param leastLength {@link #LENGTH_ALONE} or {@link #LENGTH_WITH_SECOND_FACTOR}
   * @param context what a stranger would try for this person: name, address, organization
   */
  public Optional<Fault> fault(
      String pointer, String password, int leastLength, List<String> context) {
    if (password.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(
          new Fault(
              pointer, "INVALID_TEXT", "Take out the control characters: no keyboard has them."));
    }
    int length = length(password);
    if (length < leastLength) {
      return Optional.of(
          new Fault(
              pointer,
              "TOO_SHORT",
              "Write at least %d characters: a few words make a good one.".formatted(leastLength)));
    }
    if (length > MAX_LENGTH) {
      return Optional.of(
          new Fault(pointer, "TOO_LONG", "Write at most %d characters.".formatted(MAX_LENGTH)));
    }
    return isEasy(password, leastLength, context)
        ? Optional.of(
            new Fault(
                pointer,
                "PASSWORD_TOO_EASY",
                "This one is guessed early: it is common, follows a pattern, or is made of names that"
                    + " belong to you. Choose other words."))
        : Optional.empty();
  }

  public static boolean standsAlone(String password) {
    return length(password) >= LENGTH_ALONE;
  }

  /** In characters as people count them, however many bytes each takes. */
  private static int length(String password) {
    String normalized = Passwords.normalized(password);
    return normalized.codePointCount(0, normalized.length());
  }

  private boolean isEasy(String password, int leastLength, List<String> context) {
    String normalized = Passwords.normalized(password);
    int end =
        normalized.offsetByCodePoints(
            0, Math.min(LOOKED_AT, normalized.codePointCount(0, normalized.length())));
    double least = leastLength < LENGTH_ALONE ? EASY_WITH_SECOND_FACTOR_LOG10 : EASY_ALONE_LOG10;
    return estimator.measure(normalized.substring(0, end), words(context)).getGuessesLog10()
        < least;
  }

  private static List<String> words(List<String> context) {
    List<String> words = new ArrayList<>(KNOWN);
    context.stream()
        .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[\\W_]+"))))
        .filter(word -> word.length() > 2)
        .forEach(words::add);
    return words;
  }
}

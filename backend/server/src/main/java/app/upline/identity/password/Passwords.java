package app.upline.identity.password;

import app.upline.platform.throttle.BusyException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Password hashes: Argon2id with the parameters that OWASP recommends, as PHC strings. */
@Singleton
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile("^\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)$");

  /**
   * So many who have not signed in are attended to at a time; a crowd at the door is told to come
   * again.
   */
  public static final int PLACES = 32;

  /** So that one place is left beside a network that takes half of them. */
  private static final int FEWEST_PLACES = 2;

  /** And no more than are likely to be answered by then. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final int RETRY_AFTER_SECONDS = 5;
  private static final ScopedValue<Boolean> AT_THE_DOOR = ScopedValue.newInstance();

  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger attended = new AtomicInteger();

  /** Signed-in callers do not wait behind a crowd of strangers. */
  private final Hashing strangers = new Hashing("stranger", atOnce());

  private final Hashing others = new Hashing("known", atOnce());

  /** Of no password: what it is compared with takes as long to be derived as any other. */
  private final String nobodys = phc(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));

  /** The hash of a new password. */
  public String hash(String password) {
    byte[] salt = randomBytes(SALT_BYTES);
    Argon2Parameters parameters = parameters(MEMORY_KIB, ITERATIONS, PARALLELISM, salt);
    return phc(salt, derive(password, parameters, HASH_BYTES));
  }

  private static String phc(byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(MEMORY_KIB, ITERATIONS, PARALLELISM, encode(salt), encode(hash));
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Whether this is the password that the hash was made of. */
  public boolean matches(String password, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalStateException("A stored password hash is not a PHC string of Argon2id");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    Argon2Parameters parameters =
        parameters(number(parts, 1), number(parts, 2), number(parts, 3), salt);
    return MessageDigest.isEqual(expected, derive(password, parameters, expected.length));
  }

  /** Takes as long as {@link #matches}, so that time does not tell whether an address is known. */
  public void matchNobody(String password) {
    matches(password, nobodys);
  }

  private byte[] derive(String password, Argon2Parameters parameters, int length) {
    Hashing hashing = AT_THE_DOOR.isBound() ? strangers : others;
    return hashing.of(
        () -> {
          byte[] derived = new byte[length];
          Argon2BytesGenerator generator = new Argon2BytesGenerator();
          generator.init(parameters);
          generator.generateBytes(normalized(password).getBytes(StandardCharsets.UTF_8), derived);
          return derived;
        });
  }

  /**
   * Attends to an attempt to sign in, or refuses it at once: a crowd is turned away before anything
   * is looked up for it, so that it takes neither all processors nor all of the database.
   *
   * @throws BusyException when so many are attended to that it would take long
   */
  public <T> T attended(Supplier<T> attempt) {
    try {
      if (attended.incrementAndGet() > places()) {
        throw new BusyException(RETRY_AFTER_SECONDS);
      }
      return ScopedValue.where(AT_THE_DOOR, true).call(attempt::get);
    } finally {
      attended.decrementAndGet();
    }
  }

  /** How many may be attended to at a time, on a machine as busy as it is now. */
  int places() {
    return Math.min(PLACES, Math.max(FEWEST_PLACES, strangers.likelyWithin(SOON)));
  }

  /** Half of the processors are left to everybody else. */
  private static int atOnce() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  }

  /** The same characters, however the keyboard composed them. */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  private static Argon2Parameters parameters(int memory, int rounds, int lanes, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memory)
        .withIterations(rounds)
        .withParallelism(lanes)
        .withSalt(salt)
        .build();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}

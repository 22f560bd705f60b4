package app.upline.identity.secondfactor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes by time (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits, thirty
 * seconds.
 */
public final class Totp {
  static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  /** A phone's clock may be off by one step, or its owner slow. */
  private static final int DRIFT = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** A secret as apps read it, in base 32; its length needs no padding, which some do not take. */
  static String text(byte[] secret) {
    return Base32.toBase32String(secret);
  }

  public static long stepAt(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
  }

  /** The step whose code this is, around now; the newest of them. */
  static OptionalLong matchingStep(byte[] secret, String code, Instant now) {
    long current = stepAt(now);
    return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
        .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(), code.getBytes()))
        .max();
  }

  /** RFC 4226, section 5.3. */
  public static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int binary = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return String.format("%0" + DIGITS + "d", binary % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}

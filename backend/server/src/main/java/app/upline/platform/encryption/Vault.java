package app.upline.platform.encryption;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals data with AES-256-GCM. What is sealed is bound to its place: copied into another row, or
 * another tenant's, it cannot be opened there.
 */
@Singleton
public final class Vault {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final DataKeys keys;
  private final SecureRandom random = new SecureRandom();

  Vault(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * @param place what tells the row, and the column, from all others; not secret
   */
  public Sealed seal(byte[] plain, String place) {
    DataKey key = keys.current();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, plain, 0, place);
    byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
    return new Sealed(key.version(), bytes);
  }

  /**
   * @param place where it is found now
   * @throws IllegalStateException when it was changed, belongs elsewhere, or its key is missing
   */
  public byte[] open(Sealed sealed, String place) {
    if (sealed.bytes().length < NONCE_BYTES) {
      throw unreadable(place, null);
    }
    byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
    return crypt(
        Cipher.DECRYPT_MODE,
        keys.version(sealed.keyVersion()),
        nonce,
        sealed.bytes(),
        NONCE_BYTES,
        place);
  }

  /** Whether it can be opened at this place with the key that it names. */
  boolean opens(Sealed sealed, String place) {
    try {
      open(sealed, place);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** The version that seals now. */
  public int currentVersion() {
    return keys.current().version();
  }

  /**
   * By which equal values of a tenant find each other, and without the key nothing is found:
   * HMAC-SHA-256 under the current version.
   */
  public byte[] fingerprint(String tenant, String value) {
    return fingerprint(keys.current(), tenant, value);
  }

  /** The same under every version known: while keys are changed, rows are under either. */
  public List<byte[]> fingerprints(String tenant, String value) {
    return keys.all().stream().map(key -> fingerprint(key, tenant, value)).toList();
  }

  private static byte[] fingerprint(DataKey key, String tenant, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.matching());
      byte[] scope = tenant.getBytes(StandardCharsets.UTF_8);
      // With its length, so that no two pairs are the same bytes.
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(scope.length).array());
      mac.update(scope);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static byte[] crypt(
      int mode, DataKey key, byte[] nonce, byte[] input, int from, String place) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw unreadable(place, e);
    }
  }

  /** Places are table, column and id: the operator who repairs the database needs them. */
  private static IllegalStateException unreadable(String place, @Nullable Exception cause) {
    return new IllegalStateException("What is sealed at " + place + " cannot be opened", cause);
  }
}

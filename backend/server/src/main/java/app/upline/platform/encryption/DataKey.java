package app.upline.platform.encryption;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * One version of the master key, as the keys derived from it (HKDF, RFC 5869): what seals never
 * hashes, and the other way round.
 *
 * @param sealing for AES-256-GCM
 * @param matching for HMAC-SHA-256
 * @param checkValue by which the database knows it again, in hex; no other key follows from it
 */
record DataKey(int version, SecretKey sealing, SecretKey matching, String checkValue) {
  static final int BYTES = 32;

  /** Derives both keys; the master key is wiped. */
  static DataKey of(int version, byte[] master) {
    if (master.length != BYTES) {
      throw new IllegalArgumentException("A key is %d bytes long".formatted(BYTES));
    }
    try {
      return new DataKey(
          version,
          derive(master, "upline/personal-data/sealing", "AES"),
          derive(master, "upline/personal-data/matching", "HmacSHA256"),
          HexFormat.of()
              .formatHex(
                  derive(master, "upline/personal-data/check/" + version, "raw").getEncoded()));
    } finally {
      Arrays.fill(master, (byte) 0);
    }
  }

  private static SecretKey derive(byte[] master, String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .thenExpand(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8), BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every platform of the version we need has it
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No key can be derived from this", e);
    }
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "DataKey[" + version + "]";
  }
}

package app.upline.platform.encryption;

/**
 * Something that can be read with the key of this version only.
 *
 * @param bytes the nonce of twelve bytes, then the ciphertext with its tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: two seals of the same are not equal
public record Sealed(int keyVersion, byte[] bytes) {

  @Override
  public String toString() {
    return "Sealed[" + keyVersion + "]";
  }
}

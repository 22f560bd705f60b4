package app.upline.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A key pair on Ed25519 that signs heads. Its id is its thumbprint (RFC 7638, RFC 8037). */
final class HeadKey {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Ed25519PrivateKeyParameters secret;
  private final Ed25519PublicKeyParameters open;
  private final String id;

  private HeadKey(byte[] seed) {
    secret = new Ed25519PrivateKeyParameters(seed);
    open = secret.generatePublicKey();
    // The thumbprint is over exactly these members in this order.
    id =
        Digest.sha256Base64(
            "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(publicKey()));
  }

  /**
   * Reads a key.
   *
   * @param base64 its 32 secret bytes
   * @throws IllegalArgumentException when it is anything else
   */
  static HeadKey parse(String base64) {
    byte[] seed = Base64.getDecoder().decode(base64.strip());
    if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
      throw new IllegalArgumentException("Not 32 bytes in base64");
    }
    return new HeadKey(seed);
  }

  /** The text of a random one. */
  static String random() {
    byte[] seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
    new SecureRandom().nextBytes(seed);
    return Base64.getEncoder().encodeToString(seed) + "\n";
  }

  String id() {
    return id;
  }

  /** The member {@code x} of its JWK. */
  String publicKey() {
    return BASE64.encodeToString(open.getEncoded());
  }

  byte[] sign(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, secret);
    signer.update(bytes, 0, bytes.length);
    return signer.generateSignature();
  }

  boolean signed(String text, byte[] signature) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, open);
    verifier.update(bytes, 0, bytes.length);
    return verifier.verifySignature(signature);
  }
}

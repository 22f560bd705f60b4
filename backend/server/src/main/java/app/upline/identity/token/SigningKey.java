package app.upline.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The key pair that signs access tokens. Its id is its thumbprint, so the same key has the same id
 * wherever it comes from.
 */
public record SigningKey(ECKey key) {
  private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String PEM_END = "-----END PRIVATE KEY-----";
  private static final String BOUNCY_CASTLE_CURVE = "P-256";

  /** A new one. */
  public static SigningKey random() {
    try {
      return identified(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("No key can be made", e);
    }
  }

  /**
   * Reads a private key on the curve P-256.
   *
   * @param text a JWK, or a PEM block with PKCS #8
   * @throws IllegalArgumentException when it is neither
   */
  static SigningKey parse(String text) {
    try {
      String trimmed = text.strip();
      ECKey key = trimmed.startsWith("{") ? ECKey.parse(trimmed) : parsePem(trimmed);
      if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new IllegalArgumentException("Not a private key on P-256");
      }
      return identified(key);
    } catch (ParseException | GeneralSecurityException | JOSEException e) {
      // Without the cause: its message may hold a piece of the key.
      throw new IllegalArgumentException("Neither a JWK nor a PEM block with PKCS #8");
    }
  }

  private static ECKey parsePem(String pem) throws GeneralSecurityException {
    if (!pem.startsWith(PEM_BEGIN) || !pem.endsWith(PEM_END)) {
      throw new IllegalArgumentException("Neither a JWK nor a PEM block with PKCS #8");
    }
    String base64 = pem.substring(PEM_BEGIN.length(), pem.length() - PEM_END.length());
    byte[] encoded = Base64.getMimeDecoder().decode(base64);
    KeyFactory factory = KeyFactory.getInstance("EC");
    ECPrivateKey secret = (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
    return new ECKey.Builder(Curve.P_256, publicHalf(factory, secret)).privateKey(secret).build();
  }

  /** PKCS #8 may leave the public key out; it is the base point times the secret. */
  private static ECPublicKey publicHalf(KeyFactory factory, ECPrivateKey secret)
      throws GeneralSecurityException {
    ECPoint point =
        CustomNamedCurves.getByName(BOUNCY_CASTLE_CURVE).getG().multiply(secret.getS()).normalize();
    java.security.spec.ECPoint w =
        new java.security.spec.ECPoint(
            point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    return (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(w, secret.getParams()));
  }

  private static SigningKey identified(ECKey key) throws JOSEException {
    String thumbprint = key.toPublicJWK().computeThumbprint().toString();
    return new SigningKey(new ECKey.Builder(key).keyID(thumbprint).build());
  }

  ECPublicKey publicKey() {
    try {
      return key.toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "SigningKey[%s]".formatted(key.getKeyID());
  }
}

package app.upline.identity.token;

import app.upline.platform.digest.Sha256;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Signs access tokens and knows our own again: ES256 by one of our keys, named by its id, of the
 * type {@code at+jwt} (RFC 9068), so that no other kind of JWT that we sign passes for one. Where a
 * header says keys are to be found is never looked at.
 *
 * <p>Remembers the signatures it found good, and by which key: a signed-in caller sends the same
 * token again and again, and each request asks twice. What else a token says, its expiry among it,
 * is looked at every time, and a key that no longer verifies makes none good.
 */
@Singleton
@Named("generator")
public final class AccessTokenSignature implements SignatureGeneratorConfiguration {
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private static final int MOST_REMEMBERED = 10_000;

  private final TokenKeys keys;

  /** By the token's digest, so that none can be read out of the memory. */
  private final Cache<String, ECKey> good =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  AccessTokenSignature(TokenKeys keys) {
    this.keys = keys;
  }

  @Override
  public String supportedAlgorithmsMessage() {
    return "Only ES256 is supported";
  }

  @Override
  public boolean supports(JWSAlgorithm algorithm) {
    return JWSAlgorithm.ES256.equals(algorithm);
  }

  @Override
  public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
    ECKey key = keys.signing().key();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new ECDSASigner(key));
    return token;
  }

  @Override
  public boolean verify(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (!supports(header.getAlgorithm())
        || !TYPE.equals(header.getType())
        || header.getKeyID() == null
        || !isCanonical(token.getSignature())) {
      return false;
    }
    Optional<ECKey> key = keys.verifying(header.getKeyID());
    return key.isPresent() && isGood(token, key.get());
  }

  private boolean isGood(SignedJWT token, ECKey key) throws JOSEException {
    String digest = Sha256.hex(token.serialize());
    if (key.equals(good.getIfPresent(digest))) {
      return true;
    }
    boolean isGood = token.verify(new ECDSAVerifier(key));
    if (isGood) {
      good.put(digest, key);
    }
    return isGood;
  }

  /** Base64 has several spellings of the same bytes; ours is the one we wrote. */
  private static boolean isCanonical(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }
}

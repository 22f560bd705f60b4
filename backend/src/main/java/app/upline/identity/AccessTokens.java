package app.upline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes access tokens: JWTs signed with ES256 that say who calls, in which session. */
@Singleton
final class AccessTokens {
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private final SigningKey key;
  private final TokenSettings settings;

  AccessTokens(SigningKey key, TokenSettings settings) {
    this.key = key;
    this.settings = settings;
  }

  String issue(UUID userId, UUID sessionId, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.audience())
            .subject(userId.toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(settings.accessLife())))
            .claim(AccessTokenClaims.SESSION, sessionId.toString())
            .build();
    return sign(claims, key.key());
  }

  private static String sign(JWTClaimsSet claims, ECKey key) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key cannot sign", e);
    }
    return token.serialize();
  }
}

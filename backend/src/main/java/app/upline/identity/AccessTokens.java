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

  private final TokenKeys keys;
  private final TokenSettings settings;

  AccessTokens(TokenKeys keys, TokenSettings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  String issue(UUID userId, UUID sessionId, Instant now) {
    return sign(
        claims(userId, now).claim(AccessTokenClaims.SESSION, sessionId.toString()).build(),
        keys.signing().key());
  }

  String issueToMachine(UUID accountId, UUID credentialId, String scope, Instant now) {
    return sign(
        claims(accountId, now)
            .claim(AccessTokenClaims.CLIENT, accountId.toString())
            .claim(AccessTokenClaims.CREDENTIAL, credentialId.toString())
            .claim(AccessTokenClaims.SCOPE, scope)
            .build(),
        keys.signing().key());
  }

  private JWTClaimsSet.Builder claims(UUID subject, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(settings.issuer())
        .audience(settings.audience())
        .subject(subject.toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(settings.accessLife())));
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

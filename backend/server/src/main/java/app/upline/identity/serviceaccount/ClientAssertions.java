package app.upline.identity.serviceaccount;

import app.upline.identity.Secret;
import app.upline.identity.token.TokenSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks what machines sign to show who they are (RFC 7523, section 3). The audience is our name as
 * an issuer and nothing else: an address that a request claims to be sent to could be anybody's.
 */
@Singleton
class ClientAssertions {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

  private final ServiceAccountCredentials credentials;
  private final TokenSettings settings;
  private final Clock clock;

  ClientAssertions(ServiceAccountCredentials credentials, TokenSettings settings, Clock clock) {
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whom an assertion claims to be of; nothing is proven by it. */
  static Optional<String> claimedClient(String assertion) {
    try {
      return Optional.ofNullable(SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  boolean isSignedBy(ServiceAccountCredentials.Credential credential, String assertion) {
    try {
      SignedJWT jwt = SignedJWT.parse(assertion);
      ECKey key = ECKey.parse(credential.publicKey());
      return JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
          && jwt.verify(new ECDSAVerifier(key))
          && areFor(jwt.getJWTClaimsSet(), credential.serviceAccountId().toString());
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private boolean areFor(JWTClaimsSet claims, String client) {
    Instant now = clock.instant();
    @Nullable Date expires = claims.getExpirationTime();
    @Nullable Date notBefore = claims.getNotBeforeTime();
    return client.equals(claims.getIssuer())
        && client.equals(claims.getSubject())
        && claims.getAudience().equals(List.of(settings.issuer()))
        && claims.getJWTID() != null
        && !claims.getJWTID().isBlank()
        && expires != null
        && now.isBefore(expires.toInstant())
        && !expires.toInstant().isAfter(now.plus(LONGEST_LIFE))
        && (notBefore == null || !now.isBefore(notBefore.toInstant()));
  }

  /** Uses an assertion up that is good otherwise; false when it was shown before. */
  boolean isShownFirst(UUID accountId, String assertion) {
    try {
      JWTClaimsSet claims = SignedJWT.parse(assertion).getJWTClaimsSet();
      String once = new Secret(accountId + " " + claims.getJWTID()).sha256();
      return credentials.show(once, claims.getExpirationTime().toInstant()) == 1;
    } catch (ParseException e) {
      return false;
    }
  }
}

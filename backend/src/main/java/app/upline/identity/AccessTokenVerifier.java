package app.upline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accepts access tokens that we signed for this API, and no other kind of JWT: ES256 by one of our
 * keys, named by its id, of the type {@code at+jwt}, from this issuer, for this audience, not
 * expired. Where a header says keys are to be found is never looked at.
 */
@Singleton
final class AccessTokenVerifier {
  private static final Set<String> REQUIRED =
      Set.of(
          JWTClaimNames.SUBJECT,
          JWTClaimNames.EXPIRATION_TIME,
          JWTClaimNames.ISSUED_AT,
          JWTClaimNames.JWT_ID);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  AccessTokenVerifier(TokenKeys keys, TokenSettings settings, Clock clock) {
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier(claimsVerifier(settings, clock));
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier(
      TokenSettings settings, Clock clock) {
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            REQUIRED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    // The same clocks issue and verify.
    verifier.setMaxClockSkew(0);
    return verifier;
  }

  /** Whom a token names; empty when it is not one of ours, or no longer good. */
  Optional<TokenBearer> verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null || !isCanonical(jwt.getSignature())) {
        return Optional.empty();
      }
      return bearer(processor.process(jwt, null));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** In a session, or by a credential: never both, never neither. */
  private static Optional<TokenBearer> bearer(JWTClaimsSet claims) throws ParseException {
    UUID subject = UUID.fromString(claims.getSubject());
    String session = claims.getStringClaim(AccessTokenClaims.SESSION);
    String credential = claims.getStringClaim(AccessTokenClaims.CREDENTIAL);
    String scope = claims.getStringClaim(AccessTokenClaims.SCOPE);
    if (session != null && credential == null) {
      return Optional.of(new TokenBearer.Human(subject, UUID.fromString(session)));
    }
    return session == null && credential != null && scope != null
        ? Optional.of(
            new TokenBearer.Machine(
                subject, UUID.fromString(credential), ServiceAccountRows.scopes(scope)))
        : Optional.empty();
  }

  /** Base64 has several spellings of the same bytes; ours is the one we wrote. */
  private static boolean isCanonical(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }
}

package app.upline.identity.token;

import app.upline.platform.edge.CallerGlance;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** Looks at signature and expiry alone. */
@Singleton
final class AccessTokenGlance implements CallerGlance {
  private static final String BEARER = "Bearer ";

  private final AccessTokenSignature signature;
  private final Clock clock;

  AccessTokenGlance(AccessTokenSignature signature, Clock clock) {
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public boolean isOurs(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && clock.instant().isBefore(expiry(authorization.substring(BEARER.length()).strip()));
  }

  /** Long ago when it is none of ours. */
  private Instant expiry(String token) {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      Date end = signature.verify(signed) ? signed.getJWTClaimsSet().getExpirationTime() : null;
      return end == null ? Instant.MIN : end.toInstant();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Instant.MIN;
    }
  }
}

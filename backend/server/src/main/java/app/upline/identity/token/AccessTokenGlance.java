package app.upline.identity.token;

import app.upline.platform.digest.Sha256;
import app.upline.platform.edge.CallerGlance;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * Looks at signature and expiry alone, and remembers the tokens it found good until they expire:
 * whoever has signed in sends the same one again and again, and to verify a signature takes longer
 * than all else at the edge.
 */
@Singleton
final class AccessTokenGlance implements CallerGlance {
  private static final String BEARER = "Bearer ";
  private static final int MOST_REMEMBERED = 10_000;

  private final AccessTokenSignature signature;
  private final Clock clock;
  private final Cache<String, Instant> good =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  AccessTokenGlance(AccessTokenSignature signature, Clock clock) {
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public boolean isOurs(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    String token = authorization.substring(BEARER.length()).strip();
    String digest = Sha256.hex(token);
    Instant until = good.getIfPresent(digest);
    if (until == null) {
      until = expiry(token);
      if (clock.instant().isBefore(until)) {
        good.put(digest, until);
      }
    }
    return clock.instant().isBefore(until);
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

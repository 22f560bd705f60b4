package app.upline.identity;

import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * Accepts access tokens that we issued for this API, and no other kind of JWT. Signature and expiry
 * are the framework's work; it would let a token without an expiry pass, so that is asked for here.
 * A token outlives its session by its remaining minutes; the claim {@code sid} is where to look up
 * ended sessions once that is too long. The framework asks validators of the generic kind only.
 */
@Singleton
final class AccessTokenClaimsValidator<R> implements GenericJwtClaimsValidator<R> {
  private static final List<String> REQUIRED =
      List.of(
          Claims.SUBJECT,
          Claims.EXPIRATION_TIME,
          Claims.TOKEN_ID,
          AccessTokenClaims.SESSION,
          AccessTokenClaims.PERSON_NAME,
          AccessTokenClaims.ORGANISATION_KIND,
          AccessTokenClaims.ORGANISATION_ID,
          AccessTokenClaims.ROLES);

  private final TokenSettings settings;

  AccessTokenClaimsValidator(TokenSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean validate(Claims claims, R request) {
    return settings.issuer().equals(claims.get(Claims.ISSUER))
        && isForUs(claims.get(Claims.AUDIENCE))
        && REQUIRED.stream().allMatch(claim -> claims.get(claim) != null);
  }

  private boolean isForUs(Object audience) {
    return audience instanceof Collection<?> audiences
        ? audiences.contains(settings.audience())
        : settings.audience().equals(audience);
  }
}

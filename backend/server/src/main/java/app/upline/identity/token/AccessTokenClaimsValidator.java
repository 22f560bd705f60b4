package app.upline.identity.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import io.micronaut.security.token.jwt.validator.JWTClaimsSetUtils;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token from this issuer, for this audience, that has not expired. In place of the framework's
 * own validators: its issuer may end in ours, its expiry may be missing, and its clock is another.
 */
@Singleton
final class AccessTokenClaimsValidator<T> implements GenericJwtClaimsValidator<T> {
  private static final Set<String> REQUIRED =
      Set.of(
          JWTClaimNames.SUBJECT,
          JWTClaimNames.EXPIRATION_TIME,
          JWTClaimNames.ISSUED_AT,
          JWTClaimNames.JWT_ID);

  private final DefaultJWTClaimsVerifier<SecurityContext> verifier;

  AccessTokenClaimsValidator(TokenSettings settings, Clock clock) {
    verifier =
        new DefaultJWTClaimsVerifier<>(
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
  }

  @Override
  public boolean validate(Claims claims, @Nullable T request) {
    try {
      verifier.verify(JWTClaimsSetUtils.jwtClaimsSetFromClaims(claims), null);
      return true;
    } catch (BadJWTException | IllegalArgumentException e) {
      return false;
    }
  }
}

package app.upline.identity.token;

import com.nimbusds.jwt.JWTClaimNames;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Issues access tokens: JWTs that say who calls, in which session or by which credential. */
@Singleton
public final class AccessTokens {
  private final TokenGenerator generator;
  private final TokenSettings settings;

  AccessTokens(TokenGenerator generator, TokenSettings settings) {
    this.generator = generator;
    this.settings = settings;
  }

  public String issue(UUID userId, UUID sessionId, Instant now) {
    return issue(userId, now, Map.of(AccessTokenClaims.SESSION, sessionId.toString()));
  }

  public String issueToMachine(UUID accountId, UUID credentialId, String scope, Instant now) {
    return issue(
        accountId,
        now,
        Map.of(
            AccessTokenClaims.CLIENT,
            accountId.toString(),
            AccessTokenClaims.CREDENTIAL,
            credentialId.toString(),
            AccessTokenClaims.SCOPE,
            scope));
  }

  private String issue(UUID subject, Instant now, Map<String, Object> more) {
    Map<String, Object> claims = new HashMap<>(more);
    claims.put(JWTClaimNames.ISSUER, settings.issuer());
    claims.put(JWTClaimNames.AUDIENCE, settings.audience());
    claims.put(JWTClaimNames.SUBJECT, subject.toString());
    claims.put(JWTClaimNames.JWT_ID, UUID.randomUUID().toString());
    claims.put(JWTClaimNames.ISSUED_AT, Date.from(now));
    claims.put(JWTClaimNames.EXPIRATION_TIME, Date.from(now.plus(settings.accessLife())));
    return generator
        .generateToken(claims)
        .orElseThrow(() -> new IllegalStateException("The signing key cannot sign"));
  }
}

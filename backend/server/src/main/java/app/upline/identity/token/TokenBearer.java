package app.upline.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom an access token names. */
public sealed interface TokenBearer {
  /** A person, in a session. */
  record Human(UUID userId, UUID sessionId) implements TokenBearer {}

  /** A machine that showed a credential, and asked for these scopes. */
  record Machine(UUID accountId, UUID credentialId, Set<String> scopes) implements TokenBearer {}

  /** In a session, or by a credential: never both, never neither. */
  static Optional<TokenBearer> of(JWTClaimsSet claims) {
    try {
      UUID subject = UUID.fromString(claims.getSubject());
      String session = claims.getStringClaim(AccessTokenClaims.SESSION);
      String credential = claims.getStringClaim(AccessTokenClaims.CREDENTIAL);
      String scope = claims.getStringClaim(AccessTokenClaims.SCOPE);
      if (session != null && credential == null) {
        return Optional.of(new Human(subject, UUID.fromString(session)));
      }
      return session == null && credential != null && scope != null
          ? Optional.of(new Machine(subject, UUID.fromString(credential), scopes(scope)))
          : Optional.empty();
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As OAuth writes them in a token: with blanks between. */
  private static Set<String> scopes(String claim) {
    return Arrays.stream(claim.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}

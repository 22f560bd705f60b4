package app.upline.identity;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the caller from the claims of the verified access token; no database is asked. */
@Singleton
final class TokenCallers implements Callers {
  private final SecurityService security;

  TokenCallers(SecurityService security) {
    this.security = security;
  }

  @Override
  public CurrentUser current() {
    Authentication caller =
        security
            .getAuthentication()
            .orElseThrow(() -> new IllegalStateException("No request of a signed-in user"));
    return new CurrentUser(
        UUID.fromString(caller.getName()),
        text(caller, AccessTokenClaims.PERSON_NAME),
        OrganisationKind.valueOf(text(caller, AccessTokenClaims.ORGANISATION_KIND)),
        UUID.fromString(text(caller, AccessTokenClaims.ORGANISATION_ID)),
        caller.getRoles().stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
  }

  private static String text(Authentication caller, String claim) {
    if (caller.getAttributes().get(claim) instanceof String value) {
      return value;
    }
    throw new IllegalStateException("The access token has no claim " + claim);
  }
}

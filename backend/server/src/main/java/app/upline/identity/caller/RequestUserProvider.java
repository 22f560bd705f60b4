package app.upline.identity.caller;

import app.upline.identity.Caller;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the caller that {@link CallerAuthenticator} let in. */
@Singleton
final class RequestUserProvider implements CurrentUserProvider {
  private final SecurityService security;

  RequestUserProvider(SecurityService security) {
    this.security = security;
  }

  @Override
  public CurrentUser current() {
    return caller().user();
  }

  @Override
  public UUID session() {
    return Optional.ofNullable(caller().sessionId())
        .orElseThrow(() -> new IllegalStateException("A machine has no session"));
  }

  @Override
  public Optional<Set<String>> scopes() {
    return Optional.ofNullable(caller().scopes());
  }

  private Caller caller() {
    Authentication authentication =
        security
            .getAuthentication()
            .orElseThrow(() -> new IllegalStateException("No request of a signed-in user"));
    if (authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("A caller was let in who was not authenticated");
  }
}

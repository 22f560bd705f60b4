package app.upline.identity;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the caller that {@link Doorkeeper} let in. */
@Singleton
final class RequestCallers implements Callers {
  private final SecurityService security;

  RequestCallers(SecurityService security) {
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
    throw new IllegalStateException("Somebody was let in whom the doorkeeper does not know");
  }
}

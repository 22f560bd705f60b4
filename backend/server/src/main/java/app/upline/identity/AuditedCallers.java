package app.upline.identity;

import app.upline.audit.Actor;
import app.upline.audit.Actors;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the audit trail who was let in. */
@Singleton
public final class AuditedCallers implements Actors {

  @Override
  public Optional<Actor> of(Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller.scopes() == null ? of(caller.user()) : machine(caller.user()))
        : Optional.empty();
  }

  /** A person who has not yet shown who they are: in their organization's chain. */
  public static Actor somebodyAsking(Person person) {
    return new Actor(Actor.Kind.NOBODY, null, null, person.organizationId(), Set.of());
  }

  /**
   * A person without an account yet, who signs in at this organization's provider or was invited by
   * it.
   */
  public static Actor somebodyOf(UUID organizationId) {
    return new Actor(Actor.Kind.NOBODY, null, null, organizationId, Set.of());
  }

  /** Of a machine. */
  public static Actor machine(CurrentUser user) {
    return actor(Actor.Kind.SERVICE_ACCOUNT, user);
  }

  /** The same for a person who is being signed in. */
  public static Actor of(CurrentUser user) {
    return actor(Actor.Kind.PERSON, user);
  }

  private static Actor actor(Actor.Kind kind, CurrentUser user) {
    return new Actor(
        kind,
        user.id(),
        user.name(),
        user.organizationId(),
        user.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }
}

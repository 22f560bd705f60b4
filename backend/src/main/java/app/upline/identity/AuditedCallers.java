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
final class AuditedCallers implements Actors {

  @Override
  public Optional<Actor> of(Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller.scopes() == null ? of(caller.user()) : machine(caller.user()))
        : Optional.empty();
  }

  /** Of somebody who says who they are, and has not shown it yet: in their organisation's chain. */
  static Actor somebodyAsking(Person person) {
    return new Actor(Actor.Kind.NOBODY, null, null, person.organisationId(), Set.of());
  }

  /** Of somebody who signs in at this organisation's provider. */
  static Actor somebodyOf(UUID organisationId) {
    return new Actor(Actor.Kind.NOBODY, null, null, organisationId, Set.of());
  }

  /** Of somebody who was invited, and has no account yet. */
  static Actor joining(Invitation invitation) {
    return new Actor(Actor.Kind.NOBODY, null, null, invitation.organisationId(), Set.of());
  }

  /** Of a machine. */
  static Actor machine(CurrentUser user) {
    return actor(Actor.Kind.SERVICE_ACCOUNT, user);
  }

  /** The same of somebody who is being signed in. */
  static Actor of(CurrentUser user) {
    return actor(Actor.Kind.PERSON, user);
  }

  private static Actor actor(Actor.Kind kind, CurrentUser user) {
    return new Actor(
        kind,
        user.id(),
        user.name(),
        user.organisationId(),
        user.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }
}

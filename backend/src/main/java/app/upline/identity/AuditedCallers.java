package app.upline.identity;

import app.upline.audit.Actor;
import app.upline.audit.Actors;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the audit trail who the access token is of. */
@Singleton
final class AuditedCallers implements Actors {

  @Override
  public Optional<Actor> of(Principal principal) {
    if (principal instanceof Authentication caller
        && caller.getAttributes().get(AccessTokenClaims.ORGANISATION_ID) instanceof String id
        && caller.getAttributes().get(AccessTokenClaims.PERSON_NAME) instanceof String name) {
      return Optional.of(
          new Actor(
              Actor.Kind.PERSON,
              UUID.fromString(caller.getName()),
              name,
              UUID.fromString(id),
              Set.copyOf(caller.getRoles())));
    }
    return Optional.empty();
  }

  /** Of somebody who says who they are, and has not shown it yet: in their organisation's chain. */
  static Actor somebodyAsking(Person person) {
    return new Actor(Actor.Kind.NOBODY, null, null, person.organisationId(), Set.of());
  }

  /** The same of somebody who is being signed in. */
  static Actor of(CurrentUser user) {
    return new Actor(
        Actor.Kind.PERSON,
        user.id(),
        user.name(),
        user.organisationId(),
        user.roles().stream().map(Role::name).collect(java.util.stream.Collectors.toSet()));
  }
}

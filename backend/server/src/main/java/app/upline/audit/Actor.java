package app.upline.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id null for a stranger and for the service itself
 * @param organizationId whose chain the event belongs to
 * @param roles the codes of the contract
 */
public record Actor(
    Kind kind, @Nullable UUID id, @Nullable String name, UUID organizationId, Set<String> roles) {

  /** The chain of those who belong to no organization. */
  public static final UUID NO_ORGANIZATION = new UUID(0, 0);

  /** A caller who has not signed in. */
  public static final Actor NOBODY = new Actor(Kind.NOBODY, null, null, NO_ORGANIZATION, Set.of());

  /** What the codes of the contract say. */
  public enum Kind {
    PERSON,
    SERVICE_ACCOUNT,
    SYSTEM,
    NOBODY
  }

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** The service itself, at work for one organization. */
  public static Actor system(UUID organizationId) {
    return new Actor(Kind.SYSTEM, null, null, organizationId, Set.of());
  }
}

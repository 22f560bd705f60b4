package app.upline.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who calls; for controllers, which hand it on to the service. */
public interface CurrentUserProvider {
  /**
   * The signed-in user of the request being answered.
   *
   * @throws IllegalStateException outside an authenticated request
   */
  CurrentUser current();

  /**
   * The session in which the caller calls.
   *
   * @throws IllegalStateException outside an authenticated request, or when a machine calls: what
   *     machines may call does not ask
   */
  UUID session();

  /** What the caller may do, where it is a machine; empty for a person. */
  Optional<Set<String>> scopes();
}

package app.upline.audit;

import java.security.Principal;
import java.util.Optional;

/** Tells who a request is from; the room of people and tokens knows. */
@FunctionalInterface
public interface Actors {
  /** Empty for a principal that is not one of ours. */
  Optional<Actor> of(Principal principal);
}

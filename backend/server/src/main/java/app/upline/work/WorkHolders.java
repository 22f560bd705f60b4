package app.upline.work;

import app.upline.identity.CurrentUser;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows who of the caller's organization was given which of some things. */
public interface WorkHolders {

  /** A colleague who can still do it. */
  record Holder(UUID id, String name) {}

  /** Those that were given to a person, by the ids of the things; called in a transaction. */
  Map<UUID, Holder> of(CurrentUser user, Collection<UUID> subjects);
}

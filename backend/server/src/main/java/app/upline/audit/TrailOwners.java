package app.upline.audit;

import java.util.Set;
import java.util.UUID;

/** Who should have a trail; the room of agencies and carriers knows. */
public interface TrailOwners {
  Set<UUID> all();

  boolean isThere(UUID organizationId);
}

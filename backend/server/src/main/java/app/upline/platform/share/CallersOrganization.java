package app.upline.platform.share;

import java.util.Optional;
import java.util.UUID;

/** Whose share it is that is taken of. */
public interface CallersOrganization {

  /** The organization that the request at hand is made for; empty before anybody is let in. */
  Optional<UUID> current();

  /** Whether the request at hand shows nothing of its caller, and no caller is being looked up. */
  boolean isStranger();
}

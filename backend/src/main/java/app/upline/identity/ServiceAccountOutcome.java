package app.upline.identity;

import app.upline.platform.validation.Fault;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How a change to a service account ended. */
public sealed interface ServiceAccountOutcome {
  /** Done; the account as of now. */
  record Saved(ServiceAccount account) implements ServiceAccountOutcome {}

  /**
   * A secret was made.
   *
   * @param secret shown this once
   */
  record SecretMade(ServiceAccount account, UUID credentialId, String secret, Instant expiresAt)
      implements ServiceAccountOutcome {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "SecretMade[%s]".formatted(credentialId);
    }
  }

  /** The organisation has no such account, or the account no such credential. */
  record NotFound(String what) implements ServiceAccountOutcome {}

  /** Not so. */
  record Refused(List<Fault> faults) implements ServiceAccountOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements ServiceAccountOutcome {}
}

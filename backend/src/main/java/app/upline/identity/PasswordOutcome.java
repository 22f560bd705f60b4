package app.upline.identity;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;

/** How an attempt to choose a password ended. */
public sealed interface PasswordOutcome {
  /** It is chosen. */
  record Chosen() implements PasswordOutcome {}

  /** The password, or what was shown to be allowed to choose one, will not do. */
  record Refused(List<Fault> faults) implements PasswordOutcome {}

  /** There were too many attempts. */
  record Throttled(TooMany met) implements PasswordOutcome {}

  /** The link does not work (any more). */
  static PasswordOutcome linkInvalid() {
    return new Refused(
        List.of(
            new Fault(
                "/token",
                "LINK_INVALID",
                "This link was used, has expired, or never worked; ask for a new one.")));
  }
}

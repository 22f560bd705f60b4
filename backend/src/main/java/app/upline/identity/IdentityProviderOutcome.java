package app.upline.identity;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;

/** How a change of an organisation's identity provider ended. */
public sealed interface IdentityProviderOutcome {
  /** Done; the provider as of now. */
  record Saved(IdentityProvider provider) implements IdentityProviderOutcome {}

  /** There were too many attempts. */
  record Throttled(TooMany met) implements IdentityProviderOutcome {}

  /** It cannot be so. */
  record Refused(List<Fault> faults) implements IdentityProviderOutcome {}
}

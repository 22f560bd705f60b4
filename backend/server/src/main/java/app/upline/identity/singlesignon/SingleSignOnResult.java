package app.upline.identity.singlesignon;

import app.upline.identity.session.Grant;
import app.upline.platform.throttle.TooMany;
import java.net.URI;
import java.time.Duration;

/**
 * How a step of signing in at an organization's own provider ended. No {@code Outcome}: the one
 * refused is not known yet, the reason stands in the trail alone, and a third party may be at
 * fault.
 */
public sealed interface SingleSignOnResult {
  /** How the first step ended. */
  sealed interface Beginning extends SingleSignOnResult {}

  /** How the second step ended. */
  sealed interface Completion extends SingleSignOnResult {}

  /**
   * Go there.
   *
   * @param browserSecret to be shown when coming back
   */
  record Begun(URI authorization, String state, String browserSecret, Duration life)
      implements Beginning {
    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** This organization has no provider, or there is no such organization. */
  record NotOffered() implements Beginning {}

  /** The person is in. */
  record SignedIn(Grant grant) implements Completion {}

  /** The sign-in cannot be believed, is too old, or was finished before. */
  record NotBelieved() implements Completion {}

  /** The provider is believed, and the person cannot come in; the trail knows why. */
  record NotAdmitted() implements Completion {}

  /** The provider does not do its part. */
  record ProviderDown() implements Beginning, Completion {}

  /** There were too many attempts. */
  record Throttled(TooMany met) implements Beginning, Completion {}
}

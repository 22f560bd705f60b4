package app.upline.identity.session;

import app.upline.platform.throttle.TooMany;
import java.time.Duration;

/**
 * How an attempt to sign in ended. No {@code Outcome}: a challenge is neither done nor refused, and
 * a refusal says nothing that a stranger could learn from; it is a 401, as there is no caller yet.
 */
public sealed interface SignInResult {
  /** Address and password fit. */
  record SignedIn(Grant grant) implements SignInResult {}

  /** They do not, or the account is no longer active; the caller is not told which. */
  record Refused() implements SignInResult {}

  /**
   * They do, and a second factor is asked for.
   *
   * @param challenge to be sent back with a code
   */
  record Challenged(String challenge, Duration life) implements SignInResult {
    /** Keeps the challenge out of logs. */
    @Override
    public String toString() {
      return "Challenged";
    }
  }

  /** There were too many attempts. */
  record Throttled(TooMany met) implements SignInResult {}
}

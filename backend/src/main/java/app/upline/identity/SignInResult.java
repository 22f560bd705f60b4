package app.upline.identity;

import app.upline.platform.throttle.TooMany;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {
  /** Address and password fit. */
  record SignedIn(Grant grant) implements SignInResult {}

  /** They do not, or the account is no longer active; nobody is told which. */
  record Refused() implements SignInResult {}

  /** There were too many attempts. */
  record Throttled(TooMany met) implements SignInResult {}
}

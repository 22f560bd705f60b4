package app.upline.identity.limits;

import java.time.Duration;

/** Lets an owner try to sign in whom strangers' guesses keep out. */
public record SignInPermit(String permit, Duration life) {
  /** Keeps the permit out of logs. */
  @Override
  public String toString() {
    return "SignInPermit";
  }
}

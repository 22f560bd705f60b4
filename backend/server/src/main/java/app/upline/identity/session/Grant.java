package app.upline.identity.session;

import app.upline.identity.Profile;
import java.time.Duration;

/**
 * A pair of tokens for a person who has shown who they are.
 *
 * @param accessToken a signed JWT, sent with every request
 * @param accessLife how long it is good for
 * @param refreshToken good once, for the next pair
 * @param refreshLife how long that is good for
 */
public record Grant(
    String accessToken,
    Duration accessLife,
    String refreshToken,
    Duration refreshLife,
    Profile profile) {

  /** Keeps the tokens out of logs. */
  @Override
  public String toString() {
    return "Grant[%s]".formatted(profile.user().id());
  }
}

package app.upline.identity.limits;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Unfinished sign-ins, what is too old to be shown or believed, and failures in a row that have not
 * come to the end.
 */
@Singleton
final class UnusedSignIns implements Sweeps {

  private static final Duration LATE = Duration.ofDays(30);

  @Override
  public List<Sweep> sweeps() {
    return List.of(
        Sweep.expired("sign_in_challenge", "expires_at"),
        Sweep.expired("sign_in_permit", "expires_at"),
        Sweep.expired("single_sign_on_attempt", "expires_at"),
        // A token that is too old is refused, known or not.
        Sweep.expired("refresh_token", "expires_at"),
        // People who follow a link too late are told so for a while.
        Sweep.older("email_link", "expires_at", LATE),
        Sweep.older("known_sign_in_source", "known_at", SignInLimits.KNOWN_FOR),
        // An expired assertion is refused by its time alone.
        Sweep.expired("used_client_assertion", "expires_at"),
        Sweep.older("sign_in_failure", "last_at", FailureCounts.REMEMBERED)
            .only("user_id is null or failures < " + FailureCounts.MOST));
  }
}

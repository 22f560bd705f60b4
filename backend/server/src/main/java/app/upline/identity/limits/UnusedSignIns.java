package app.upline.identity.limits;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.util.List;

/** Sign-ins that nobody finished, and failures in a row that have not come to the end. */
@Singleton
final class UnusedSignIns implements Sweeps {

  @Override
  public List<Sweep> sweeps() {
    return List.of(
        Sweep.expired("sign_in_challenge", "expires_at"),
        Sweep.expired("sign_in_permit", "expires_at"),
        Sweep.expired("single_sign_on_attempt", "expires_at"),
        // An expired assertion is refused by its time alone.
        Sweep.expired("used_client_assertion", "expires_at"),
        Sweep.older("sign_in_failure", "last_at", FailureCounts.REMEMBERED)
            .only("user_id is null or failures < " + FailureCounts.MOST));
  }
}

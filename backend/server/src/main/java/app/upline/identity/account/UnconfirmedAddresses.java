package app.upline.identity.account;

import app.upline.platform.sweep.Sweep;
import app.upline.platform.sweep.Sweeps;
import jakarta.inject.Singleton;
import java.util.List;

/** Addresses that were not confirmed in time. */
@Singleton
final class UnconfirmedAddresses implements Sweeps {

  @Override
  public List<Sweep> sweeps() {
    return List.of(Sweep.expired("email_change", "expires_at"));
  }
}
